/** Tests of the reading of XML. */
package org.palisade.cluster.internal.xml;
