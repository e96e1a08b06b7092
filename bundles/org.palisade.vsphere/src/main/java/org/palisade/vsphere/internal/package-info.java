/** SOAP beneath {@link org.palisade.vsphere.VSphereSession}: yavijava's types to XML and back. */
package org.palisade.vsphere.internal;
