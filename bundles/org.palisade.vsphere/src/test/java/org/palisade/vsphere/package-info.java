/** Tests of the vSphere client against a scripted server. */
package org.palisade.vsphere;
