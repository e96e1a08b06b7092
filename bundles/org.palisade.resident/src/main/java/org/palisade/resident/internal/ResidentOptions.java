package org.palisade.resident.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

import org.eclipse.osgi.util.NLS;

/**
 * The command line.
 *
 * @param socket where to listen
 * @param requests how many requests to answer at once
 * @param keepSessions whether sessions outlive their requests
 * @param sessionIdle after how long without a request a kept session is logged out
 * @param help whether only the help is wanted
 */
record ResidentOptions(Path socket, int requests, boolean keepSessions, Duration sessionIdle, boolean help) {

	static final String DEFAULT_SOCKET = "/run/palisade/agent.sock";
	static final int DEFAULT_REQUESTS = 8;
	static final int DEFAULT_IDLE_SECONDS = 3600;

	/** The kernel takes 107 (unix(7)); the lock beside it needs no address. */
	private static final int LONGEST_PATH = 100;

	/** What is wrong with a command line. */
	static final class BadOption extends Exception {

		private static final long serialVersionUID = 1L;

		BadOption(String message) {
			super(message);
		}
	}

	static ResidentOptions parse(List<String> arguments) throws BadOption {
		Path socket = Path.of(DEFAULT_SOCKET);
		int requests = DEFAULT_REQUESTS;
		boolean keep = false;
		int idle = DEFAULT_IDLE_SECONDS;
		boolean help = false;
		for (Iterator<String> words = arguments.iterator(); words.hasNext();) {
			String option = words.next();
			switch (option) {
				case "--socket" -> socket = path(option, value(option, words));
				case "--requests" -> requests = number(option, value(option, words), 1, 64);
				case "--session-idle" -> idle = number(option, value(option, words), 10, 86_400);
				case "--keep-sessions" -> keep = true;
				case "--help", "-h" -> help = true;
				default -> throw new BadOption(NLS.bind(Messages.option_unknown, option));
			}
		}
		return new ResidentOptions(socket, requests, keep, Duration.ofSeconds(idle), help);
	}

	private static String value(String option, Iterator<String> words) throws BadOption {
		if (!words.hasNext()) {
			throw new BadOption(NLS.bind(Messages.option_missing_value, option));
		}
		return words.next();
	}

	private static Path path(String option, String text) throws BadOption {
		boolean usable = text.startsWith("/") && text.indexOf('\0') < 0 && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH;
		Path path = usable ? Path.of(text).normalize() : Path.of("/");
		if (path.getNameCount() < 2) {
			throw new BadOption(NLS.bind(Messages.option_path, option));
		}
		return path;
	}

	private static int number(String option, String text, int lowest, int highest) throws BadOption {
		try {
			int number = Integer.parseInt(text);
			if (number >= lowest && number <= highest) {
				return number;
			}
		} catch (NumberFormatException e) {
			throw notInRange(option, lowest, highest);
		}
		throw notInRange(option, lowest, highest);
	}

	private static BadOption notInRange(String option, int lowest, int highest) {
		return new BadOption(NLS.bind(Messages.option_number, new Object[] { option, Integer.toString(lowest), Integer.toString(highest) }));
	}

	static String helpText() {
		return NLS.bind(Messages.help,
				new Object[] { DEFAULT_SOCKET, Integer.toString(DEFAULT_REQUESTS), Integer.toString(DEFAULT_IDLE_SECONDS) });
	}
}
