/** Tests of the back end ssh, against a real OpenSSH server with a stand-in for {@code vmware-cmd} on it. */
package org.palisade.backend.ssh.internal;
