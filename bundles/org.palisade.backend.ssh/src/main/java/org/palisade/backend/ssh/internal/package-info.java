/**
 * Fencing the way the first fence_vmware did it: a log-in to the ESX service console by SSH, and {@code vmware-cmd} there. The SSH side
 * ({@link org.palisade.backend.ssh.internal.SshConnection}) knows nothing of virtual machines, the dialect of {@code vmware-cmd}
 * ({@link org.palisade.backend.ssh.internal.VmwareCommand}) nothing of SSH.
 */
package org.palisade.backend.ssh.internal;
