package org.palisade.inventory.internal;

import java.util.Objects;

import org.palisade.api.FenceException;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.transport.Endpoint;

/**
 * Where to log in, and as whom. Immutable.
 *
 * @param endpoint the server
 * @param userName the account
 * @param password its password
 */
record Account(Endpoint endpoint, String userName, Secret password) {

	/** Refuses nulls. */
	Account {
		Objects.requireNonNull(endpoint);
		Objects.requireNonNull(userName);
		Objects.requireNonNull(password);
	}

	/**
	 * {@return the account that options describe}
	 *
	 * @throws FenceException of kind OPTION when they cannot be used
	 */
	static Account of(OptionValues options) throws FenceException {
		Endpoint endpoint = Endpoint.of(options);
		endpoint.validate();
		return new Account(endpoint, options.requiredText(StandardOptions.USERNAME), options.secret(StandardOptions.PASSWORD).orElseThrow());
	}
}
