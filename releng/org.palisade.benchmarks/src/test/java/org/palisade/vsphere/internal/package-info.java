/** Tests of what the decoder costs that does not depend on the machine. */
package org.palisade.vsphere.internal;
