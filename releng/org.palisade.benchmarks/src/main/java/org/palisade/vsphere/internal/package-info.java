/** Benchmarks of the decoder, in its own package because it is visible there only. */
package org.palisade.vsphere.internal;
