/** The audit record of a power operation as a line of text, the same in the system's log, in a file and wherever else it is shown. */
package org.palisade.core.audit;
