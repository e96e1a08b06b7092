/** The fuzz target of the answers of the web service. */
package org.palisade.vsphere.internal;
