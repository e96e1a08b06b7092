package org.palisade.cluster.model;

import java.util.Map;
import java.util.Optional;

/**
 * The options of fence agents that have had two names. The schema of RHCS knows the earlier ones, so they are right in {@code cluster.conf};
 * the forms of Pacemaker have today's. The agents accept both.
 */
public final class OptionNames {

	private static final Map<String, String> PRESENT = Map.of("ipaddr", "ip", "login", "username", "passwd", "password", "passwd_script",
			"password_script", "port", "plug");

	private OptionNames() {
	}

	/** {@return today's name of an option that has an earlier name} */
	public static Optional<String> present(String name) {
		return Optional.ofNullable(PRESENT.get(name));
	}

	/**
	 * {@return the name by which a form writes an option}
	 *
	 * @param name today's name
	 */
	public static String inForm(ConfigurationForm form, String name) {
		return form.isPacemaker() ? name
				: PRESENT.entrySet().stream().filter(entry -> entry.getValue().equals(name)).map(Map.Entry::getKey).findFirst().orElse(name);
	}
}
