/** Fuzz targets of cluster configurations. */
package org.palisade.cluster;
