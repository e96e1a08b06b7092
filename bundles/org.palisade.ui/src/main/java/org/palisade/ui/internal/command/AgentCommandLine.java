package org.palisade.ui.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import org.palisade.api.option.StandardOptions;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionOptions;
import org.palisade.connections.PasswordSource;
import org.palisade.core.option.CoreOptions;
import org.palisade.core.option.FenceAction;
import org.palisade.ui.internal.preference.FencingPreferences;

/** The command line of the agent that does the same as the workbench, for a POSIX shell. */
public final class AgentCommandLine {

	private static final String AGENT = "fence_vmware";

	/** Stands where the user has to name his own script: a password does not belong into a command line. */
	private static final String SCRIPT = "/path/to/a/script/that/prints/the/password";

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

	private AgentCommandLine() {
	}

	/** {@return a command line that asks for the status of a plug} Another action is a matter of one word. */
	public static String of(Connection connection, String plug) {
		StringJoiner line = new StringJoiner(" ").add(AGENT);
		Map<String, String> options = new LinkedHashMap<>(ConnectionOptions.texts(connection));
		FencingPreferences.backEndOptions(connection.backEndType()).forEach(options::putIfAbsent);
		options.forEach((name, value) -> add(line, name, value));
		if (!(connection.password() instanceof PasswordSource.Script || connection.password() instanceof PasswordSource.None)) {
			add(line, StandardOptions.PASSWORD_SCRIPT, SCRIPT);
		}
		add(line, CoreOptions.PLUG, plug);
		add(line, CoreOptions.ACTION, FenceAction.STATUS.word());
		return line.toString();
	}

	private static void add(StringJoiner line, String option, String value) {
		line.add("--" + option.replace('_', '-') + "=" + quoted(value));
	}

	private static String quoted(String text) {
		return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
	}
}
