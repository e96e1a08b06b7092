/**
 * Fencing through the {@code vmrun} command of VMware's VIX, for VMware Server 1 and 2. Commands and answers are those of the VIX 1.6
 * documentation and of the usage text that {@code vmrun} prints.
 */
package org.palisade.backend.vmrun.internal;
