/**
 * XML with the place of each attribute, which StAX does not tell. StAX, hardened, decides what is well-formed; the scanner then only has to
 * find its way through a text of which that is known.
 */
package org.palisade.cluster.internal.xml;
