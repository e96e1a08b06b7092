/**
 * Boots Equinox in this process by OSGi Connect, adds the bundles of {@code plugins.d}, runs one
 * {@link org.palisade.launcher.Application} and ends the process.
 */
package org.palisade.launcher.internal;
