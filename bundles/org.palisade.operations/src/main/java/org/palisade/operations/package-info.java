/**
 * What a workbench does with its connections: test them, carry out operations on their virtual machines by the engine of the agent, and remember
 * what came of it in the form of the agent's audit trail. Knows no user interface.
 */
package org.palisade.operations;
