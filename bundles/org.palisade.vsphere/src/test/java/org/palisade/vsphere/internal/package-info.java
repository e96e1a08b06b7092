/** Tests of marshalling and decoding. */
package org.palisade.vsphere.internal;
