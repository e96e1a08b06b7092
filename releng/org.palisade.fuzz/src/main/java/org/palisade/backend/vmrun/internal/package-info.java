/** Fuzz targets of what the back ends for VMware Server read. */
package org.palisade.backend.vmrun.internal;
