package org.palisade.cluster.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by its name whether an option holds a secret. Fence agents are many, and most are not installed where a configuration is looked at. */
public final class SecretNames {

	/** How a CIB refers to a secret that Pacemaker keeps outside of it (cibsecret(8)). */
	private static final String REFERENCE = "lrm://";
	private static final Pattern SECRET = Pattern
			.compile(".*(passwd|password|passphrase|passcode|secret|secret[_-]?key|access[_-]?key|api[_-]?key|token|community)");

	private SecretNames() {
	}

	/** {@return whether an option of that name holds a secret} An option that names a script or a file does not. */
	public static boolean isSecret(String optionName) {
		return SECRET.matcher(optionName.toLowerCase(Locale.ROOT)).matches();
	}

	/** {@return whether a value is no secret but tells where one is kept} */
	public static boolean isReference(String value) {
		return value.startsWith(REFERENCE);
	}
}
