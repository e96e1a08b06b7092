/** Tests of what needs no workbench. */
package org.palisade.ui.devices.internal;
