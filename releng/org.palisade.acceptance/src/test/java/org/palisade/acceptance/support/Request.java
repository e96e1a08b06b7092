package org.palisade.acceptance.support;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Options for a run of the agent, by their names on standard input. Immutable. */
public final class Request {

	private final Map<String, String> options;

	private Request(Map<String, String> options) {
		this.options = options;
	}

	/** {@return a request without options} */
	public static Request empty() {
		return new Request(Map.of());
	}

	/** {@return a request to log in to the server without verifying its certificate} */
	public static Request to(Server server) {
		return empty().with("ip", "127.0.0.1").with("ipport", server.port()).with("username", server.username())
				.with("password", server.password()).with("ssl_insecure", "1");
	}

	/** {@return this request with the option set} */
	public Request with(String name, Object value) {
		Map<String, String> changed = new LinkedHashMap<>(options);
		changed.put(name, value.toString());
		return new Request(changed);
	}

	/** {@return this request without the option} */
	public Request without(String name) {
		Map<String, String> changed = new LinkedHashMap<>(options);
		changed.remove(name);
		return new Request(changed);
	}

	/** {@return this request with the plug} */
	public Request plug(String plug) {
		return with("plug", plug);
	}

	/** {@return this request with the action} */
	public Request action(String action) {
		return with("action", action);
	}

	/** {@return the lines for standard input} */
	public String lines() {
		StringJoiner lines = new StringJoiner("\n", "", "\n");
		options.forEach((name, value) -> lines.add(name + "=" + value));
		return lines.toString();
	}

	/** {@return the command with the options as long ones on its command line; a boolean one of value 1 is given without a value} */
	Command onCommandLine(Command command) {
		options.forEach((name, value) -> {
			String option = "--" + name.replace('_', '-');
			if (name.startsWith("ssl_") && value.equals("1")) {
				command.argument(option);
			} else {
				command.argument(option + "=" + value);
			}
		});
		return command;
	}
}
