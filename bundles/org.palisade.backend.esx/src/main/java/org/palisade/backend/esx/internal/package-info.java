/** The back end {@code esx}: virtual machines as plugs, through the vSphere API of a vCenter or of a host itself. */
package org.palisade.backend.esx.internal;
