/** Child processes that are bounded in time and output, and end with the whole tree below them. */
package org.palisade.backend.vmrun.internal.process;
