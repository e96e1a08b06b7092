/** The view "Fence Devices": clusters, nodes, methods and devices as configured, with the health of each and the machine that it means. */
package org.palisade.ui.devices.internal;
