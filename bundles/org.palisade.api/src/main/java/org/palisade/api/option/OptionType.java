package org.palisade.api.option;

/**
 * The type of an option's value. The names in the metadata are those of the fence-agent metadata schema.
 */
public enum OptionType {

	/** true or false: 1/yes/on/true, 0/no/off/false in any case. */
	BOOLEAN("boolean"),

	/** Any text. */
	STRING("string"),

	/** A text that must not be shown: a password. Appears as a string in the metadata. */
	SECRET("string"),

	/** A whole number. */
	INTEGER("integer"),

	/** A duration in seconds of wall-clock time, zero or more. */
	SECOND("second"),

	/** One of the declared choices. */
	SELECT("select");

	private final String metadataName;

	OptionType(String metadataName) {
		this.metadataName = metadataName;
	}

	/**
	 * {@return the name of this type in the metadata's {@code content} element}
	 */
	public String metadataName() {
		return metadataName;
	}
}
