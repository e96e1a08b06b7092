/** Tests of what a caller of the agent sees: standard output, standard error and the exit code. */
package org.palisade.agent.internal;
