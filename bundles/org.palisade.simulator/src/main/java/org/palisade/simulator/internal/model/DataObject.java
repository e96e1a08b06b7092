package org.palisade.simulator.internal.model;

import java.util.Arrays;

/** A value of a data type: its properties, unset ones null. Not changed any more once it was handed out. */
public final class DataObject {

	private final VimType type;
	private final Object[] values;

	/** A value with nothing set. */
	public DataObject(VimType type) {
		this.type = type;
		this.values = new Object[type.fields().size()];
	}

	/** A value of the type of that name, with nothing set. */
	public static DataObject of(String typeName) {
		return new DataObject(VimTypes.get(typeName));
	}

	/** Sets a property that the type has; null leaves it unset. */
	public DataObject with(String field, Object value) {
		int index = type.indexOf(field);
		if (index < 0) {
			throw new IllegalArgumentException(type + " has no property " + field);
		}
		values[index] = value;
		return this;
	}

	/** Its type. */
	public VimType type() {
		return type;
	}

	/** The value of the property with that index, null when it is unset. */
	public Object get(int index) {
		return values[index];
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof DataObject that && type == that.type && Arrays.equals(values, that.values);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(values);
	}
}
