package org.palisade.cluster.model;

/**
 * A part of the document that has nothing to do with fencing, or that this model has no word for. It stays where it is when the document
 * is edited, and is reported when the document is converted.
 *
 * @param description what it is, for the user
 * @param where where it stands
 */
public record OtherContent(String description, TextRange where) {
}
