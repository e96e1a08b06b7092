/** Fuzz targets of what the back end for old ESX hosts reads. */
package org.palisade.backend.ssh.internal;
