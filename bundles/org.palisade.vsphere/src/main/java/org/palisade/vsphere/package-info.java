/**
 * A client of the vSphere API (vim25): sessions over yavijava's types and stubs, with marshalling, transport and faults of our own.
 * <p>
 * Protocol facts: VMware, "vSphere Web Services SDK Programming Guide" and "vSphere API Reference", versions 5.0 to 8.0.
 */
package org.palisade.vsphere;
