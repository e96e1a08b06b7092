package org.palisade.cluster.model;

/**
 * A name with a value: an option of a fence agent, an attribute of a node, a property of the cluster.
 *
 * @param name the name as it is written
 * @param value the value, without quotes and escapes
 * @param place where it stands
 */
public record ClusterOption(String name, OptionValue value, Place place) {

	/**
	 * Where an option stands. In forms of text, where a word is quoted as a whole, name and value are the same stretch.
	 *
	 * @param whole what has to go when the option is to go, white space in front included
	 * @param name the name, without quotes
	 * @param value the value, without the quotes of XML
	 */
	public record Place(TextRange whole, TextRange name, TextRange value) {
		/** In no document. */
		public static final Place NONE = new Place(TextRange.NONE, TextRange.NONE, TextRange.NONE);
	}

	/** {@return an option that stands in no document} */
	public static ClusterOption of(String name, String value) {
		return new ClusterOption(name, OptionValue.of(name, value), Place.NONE);
	}

	/** {@return the value itself, see {@link OptionValue#reveal()}} */
	public String text() {
		return value.reveal();
	}

	/** {@return where the name stands} */
	public TextRange where() {
		return place.name();
	}
}
