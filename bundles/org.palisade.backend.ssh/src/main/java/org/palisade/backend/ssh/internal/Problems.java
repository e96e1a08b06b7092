package org.palisade.backend.ssh.internal;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;

/** Shorthands for telling what went wrong. */
final class Problems {

	/** As much of a foreign text as a message can carry without hiding what it is about. */
	private static final int LONGEST_QUOTE = 300;

	private Problems() {
	}

	static FenceException option(String message, String advice) {
		return new FenceException(Kind.OPTION, message, advice);
	}

	static FenceException timeout(String step) {
		return new FenceException(Kind.TIMEOUT, NLS.bind(Messages.TimedOut, step), Messages.TimedOut_Advice);
	}

	static FenceException cancelled(String step) {
		return new FenceException(Kind.CANCELLED, NLS.bind(Messages.Cancelled, step), "");
	}

	static FenceException of(Kind kind, String message, String advice, Throwable cause) {
		return new FenceException(new FenceProblem(kind, message, advice), cause);
	}

	/** {@return a foreign text on one line, without characters that would steer a terminal, cut to a length that fits in a message} */
	static String quote(String foreign) {
		StringBuilder line = new StringBuilder();
		for (int index = 0; index < foreign.length() && line.length() < LONGEST_QUOTE; index++) {
			char character = foreign.charAt(index);
			boolean blank = Character.isWhitespace(character) || Character.isISOControl(character);
			if (!blank) {
				line.append(character);
			} else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
				line.append(' ');
			}
		}
		return line.toString().strip();
	}

	/** {@return what an exception says, or its name when it says nothing} */
	static String describe(Throwable cause) {
		String message = cause.getMessage();
		return message == null || message.isBlank() ? cause.getClass().getSimpleName() : quote(message);
	}
}
