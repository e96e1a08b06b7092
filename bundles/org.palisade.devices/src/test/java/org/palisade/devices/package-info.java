/** Tests without a server: what it would say is laid out by stand-ins. */
package org.palisade.devices;
