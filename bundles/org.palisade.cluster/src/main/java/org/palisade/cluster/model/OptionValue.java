package org.palisade.cluster.model;

import org.palisade.api.option.Secret;

/** The value of an option: a text that may be shown, or a secret. */
public sealed interface OptionValue {

	/** A text that may be shown. */
	record Plain(String text) implements OptionValue {
		@Override
		public String reveal() {
			return text;
		}

		@Override
		public String shown() {
			return text;
		}
	}

	/** A password or the like. */
	record Confidential(Secret secret) implements OptionValue {
		@Override
		public String reveal() {
			return secret.reveal();
		}

		@Override
		public String shown() {
			return secret.toString();
		}
	}

	/** {@return the value itself} Call it only to write it into a configuration, or to judge it. */
	String reveal();

	/** {@return the value, or a mask for a secret} */
	String shown();

	/** {@return the value of an option of that name, which is a secret if the name says so} */
	static OptionValue of(String optionName, String text) {
		return SecretNames.isSecret(optionName) && !SecretNames.isReference(text) ? new Confidential(Secret.of(text)) : new Plain(text);
	}
}
