package org.palisade.simulator.internal.disruption;

/**
 * A fault that was ordered.
 *
 * @param kind what goes wrong
 * @param parameter the fault's name, or the number that the kind takes, as text
 * @param executed whether the method takes effect nevertheless
 */
public record ArmedFault(FaultKind kind, String parameter, boolean executed) {

	/**
	 * A fault with the defaults of its kind.
	 *
	 * @param parameter empty for the default
	 * @param executed empty for the default, else {@code true} or {@code false}
	 * @throws IllegalArgumentException when the parameter does not fit the kind
	 */
	public static ArmedFault of(FaultKind kind, String parameter, String executed) {
		String effective = parameter.isEmpty() ? kind.defaultParameter() : parameter;
		if (kind.isNumeric() && !effective.matches("\\d{1,12}")) {
			throw new IllegalArgumentException("parameter: '" + effective + "' is not a whole number");
		}
		if (kind.isNamed() && !effective.matches("[A-Z]\\w*")) {
			throw new IllegalArgumentException("parameter: name the type of the fault, for example InvalidState");
		}
		return new ArmedFault(kind, effective, executed.isEmpty() ? kind.executesByDefault() : executed.equals("true"));
	}

	/** The parameter as a number. */
	public long number() {
		return Long.parseLong(parameter);
	}
}
