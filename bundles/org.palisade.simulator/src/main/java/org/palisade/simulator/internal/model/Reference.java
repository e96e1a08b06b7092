package org.palisade.simulator.internal.model;

/**
 * A MoRef as a client sent it.
 *
 * @param type the type that it names
 * @param value the identifier
 */
public record Reference(String type, String value) {

	@Override
	public String toString() {
		return type + ":" + value;
	}
}
