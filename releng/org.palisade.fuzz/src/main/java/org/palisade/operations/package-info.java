/** The fuzz target of the audit trail. */
package org.palisade.operations;
