package org.palisade.simulator.internal.model;

/**
 * A property of a type.
 *
 * @param name its name in the API
 * @param type the type of its value, or of its elements
 * @param array whether it holds any number of them
 */
public record VimField(String name, String type, boolean array) {

	/** The name that {@code xsi:type} gives to a value of this property: arrays of {@code int} are {@code ArrayOfInt}. */
	public String valueType() {
		if (array) {
			return "ArrayOf" + Character.toUpperCase(type.charAt(0)) + type.substring(1);
		}
		return type;
	}
}
