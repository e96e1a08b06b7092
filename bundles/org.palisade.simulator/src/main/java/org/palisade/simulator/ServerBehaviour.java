package org.palisade.simulator;

import java.time.Duration;
import java.util.Objects;

/**
 * How the simulated server behaves while nothing is broken to order.
 *
 * @param apiVersion the API version it reports, for example {@code 8.0.2.0}; it decides which fields of the service content are there
 * @param username the only account
 * @param password its password
 * @param taskDuration how long a power task runs
 * @param latency how long every request waits before it is answered
 * @param pageSize the most objects that an answer of the property collector holds, whatever the client asked for; at least 1
 */
public record ServerBehaviour(String apiVersion, String username, String password, Duration taskDuration, Duration latency,
		int pageSize) {

	/** @throws IllegalArgumentException when a value is out of its range */
	public ServerBehaviour {
		Objects.requireNonNull(username, "username");
		Objects.requireNonNull(password, "password");
		if (!apiVersion.matches("\\d{1,3}(\\.\\d{1,5}){1,3}")) {
			throw new IllegalArgumentException("apiVersion: '" + apiVersion + "' is not a version such as 6.7.3 or 8.0.2.0");
		}
		if (taskDuration.isNegative() || latency.isNegative()) {
			throw new IllegalArgumentException("taskDuration and latency must not be negative");
		}
		if (pageSize < 1) {
			throw new IllegalArgumentException("pageSize: " + pageSize + " is less than 1");
		}
	}

	/** Does not show the password. */
	@Override
	public String toString() {
		return "ServerBehaviour[" + apiVersion + ", " + username + "]";
	}
}
