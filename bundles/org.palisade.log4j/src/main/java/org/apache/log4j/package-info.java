/**
 * A stand-in for the one class of log4j 1.2 that yavijava's types and stubs are linked to. It discards everything: yavijava logs whole
 * messages, the password of the log-in among them. The package is exported with a mandatory attribute, so only yavijava is wired to it.
 */
package org.apache.log4j;
