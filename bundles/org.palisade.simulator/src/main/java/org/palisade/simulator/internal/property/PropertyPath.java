package org.palisade.simulator.internal.property;

import org.palisade.simulator.internal.model.DataObject;
import org.palisade.simulator.internal.model.ManagedObject;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.VimField;
import org.palisade.simulator.internal.model.VimType;
import org.palisade.simulator.internal.model.VimTypes;

/** A property path such as {@code runtime.powerState}, checked against the type that it starts from. Immutable. */
public final class PropertyPath {

	private final String text;
	private final String property;
	private final int[] steps;
	private final VimField field;

	private PropertyPath(String text, String property, int[] steps, VimField field) {
		this.text = text;
		this.property = property;
		this.steps = steps;
		this.field = field;
	}

	/**
	 * Checks a path. One that enters a type which the simulator does not know is taken, and is always unset.
	 *
	 * @throws VimFault {@code InvalidProperty} when the type has no such path
	 */
	public static PropertyPath compile(VimType type, String text) throws VimFault {
		String[] names = text.split("\\.", -1);
		int[] steps = new int[names.length - 1];
		VimField field = field(type, names[0], text);
		for (int i = 0; i < steps.length; i++) {
			if (field.array() || Character.isLowerCase(field.type().charAt(0))) {
				throw VimFault.invalidProperty(text);
			}
			VimType inner = VimTypes.find(field.type()).orElse(null);
			if (inner == null) {
				return new PropertyPath(text, "", new int[0], field);
			}
			field = field(inner, names[i + 1], text);
			steps[i] = inner.indexOf(names[i + 1]);
		}
		return new PropertyPath(text, names[0], steps, field);
	}

	private static VimField field(VimType type, String name, String path) throws VimFault {
		int index = type.indexOf(name);
		if (index < 0) {
			throw VimFault.invalidProperty(path);
		}
		return type.fields().get(index);
	}

	/** The value, null when it or something on the way to it is unset. */
	public Object read(ManagedObject object) {
		Object value = property.isEmpty() ? null : object.property(property);
		for (int step : steps) {
			if (value == null) {
				return null;
			}
			value = ((DataObject) value).get(step);
		}
		return value;
	}

	/** The path as it was given. */
	public String text() {
		return text;
	}

	/** The first property on the path. */
	String property() {
		return property;
	}

	/** The property at its end. */
	public VimField field() {
		return field;
	}
}
