package org.palisade.cluster.internal.xml;

import org.palisade.cluster.model.TextRange;

/**
 * An attribute.
 *
 * @param name its name as it is written, prefix included
 * @param value its value, decoded
 * @param whole the attribute with the white space in front of it
 * @param nameRange its name
 * @param valueRange its value, without quotes
 */
public record XmlAttribute(String name, String value, TextRange whole, TextRange nameRange, TextRange valueRange) {
}
