package org.palisade.backend.vmrun.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.backend.vmrun.internal.process.Outcome;

/**
 * A failure that {@code vmrun} reported, told in the terms of fencing. vmrun has one exit code for everything, so it is its words that
 * tell failures apart. They are those of the error texts of the VIX API's reference.
 */
final class Failure {

	private static final int LONGEST_QUOTE = 300;

	/** Tried in this order: a refused log-in is also reported as a failure to connect. */
	private enum Cause {
		LOGIN(FenceProblem.Kind.LOGIN, "invalid user name or password", "incorrect user name", "authentication fail", "login fail",
				"cannot complete login", "invalid authentication"),
		PRIVILEGE(FenceProblem.Kind.PRIVILEGE, "insufficient permission", "permission denied", "do not have permission",
				"permission to perform", "access denied", "do not have access rights"),
		DNS(FenceProblem.Kind.DNS, "could not be resolved", "cannot resolve", "could not resolve", "unknown host", "unable to resolve",
				"resolve host", "host name lookup"),
		TLS(FenceProblem.Kind.TLS, "certificate", "ssl error", "ssl handshake", "tls"),
		NOT_FOUND(FenceProblem.Kind.NOT_FOUND, "cannot find virtual machine", "cannot find the virtual machine",
				"virtual machine cannot be found", "cannot open vm", "virtual machine could not be found",
				"virtual machine needs to be registered", "a file was not found"),
		CONNECTION(FenceProblem.Kind.TCP, "connect to the host", "connect to host", "host is not connected", "disconnected",
				"connection refused", "no route to host", "network is unreachable", "cannot connect", "unable to connect", "not responding");

		private final FenceProblem.Kind kind;
		private final List<String> phrases;

		Cause(FenceProblem.Kind kind, String... phrases) {
			this.kind = kind;
			this.phrases = List.of(phrases);
		}

		private boolean isIn(String words) {
			return phrases.stream().anyMatch(words::contains);
		}
	}

	private final Login login;
	private final String command;
	private final String words;
	private final String subject;

	/**
	 * @param login with what vmrun was called
	 * @param command the vmrun command that failed
	 * @param exited how it ended
	 */
	Failure(Login login, String command, Outcome.Exited exited) {
		this(login, command, oneLine(login.withoutPassword(exited.output() + "\n" + exited.errorOutput())), "");
	}

	private Failure(Login login, String command, String words, String subject) {
		this.login = login;
		this.command = command;
		this.words = words;
		this.subject = subject;
	}

	/** {@return this failure, its command having been about the machine of that path} */
	Failure about(String path) {
		return new Failure(login, command, words, path);
	}

	/** {@return whether vmrun failed} It is known to report an error and exit with 0. */
	static boolean isFailure(Outcome.Exited exited) {
		return exited.exitCode() != 0 || exited.output().lines().anyMatch(Failure::isErrorLine)
				|| exited.errorOutput().lines().anyMatch(Failure::isErrorLine);
	}

	/**
	 * {@return the exception that tells of this failure}
	 *
	 * @param otherwise the kind of a failure whose words are not known
	 */
	FenceException of(FenceProblem.Kind otherwise) {
		// A machine may be called anything, "login failed" included.
		String telling = (subject.isEmpty() ? words : words.replace(subject, "")).toLowerCase(Locale.ROOT);
		for (Cause cause : Cause.values()) {
			if (cause.isIn(telling)) {
				return exception(cause.kind, advice(cause));
			}
		}
		return exception(otherwise, Messages.otherFailureAdvice);
	}

	private FenceException exception(FenceProblem.Kind kind, String advice) {
		String quote = words.isEmpty() ? Messages.saidNothing : shortened(words);
		return new FenceException(kind, NLS.bind(Messages.commandFailed, new Object[] { command, login.address(), quote }), advice);
	}

	private String advice(Cause cause) {
		return switch (cause) {
			case LOGIN -> NLS.bind(Messages.loginAdvice, login.user());
			case PRIVILEGE -> NLS.bind(Messages.privilegeAdvice, login.user());
			case DNS -> NLS.bind(Messages.dnsAdvice, login.address().host());
			case TLS -> Messages.tlsAdvice;
			case NOT_FOUND -> Messages.notFoundAdvice;
			case CONNECTION -> NLS.bind(Messages.connectionAdvice, login.address());
		};
	}

	private static String oneLine(String text) {
		return text.lines().map(line -> line.replaceAll("\\p{Cc}", " ").strip()).filter(line -> !line.isEmpty())
				.collect(Collectors.joining(" "));
	}

	private static boolean isErrorLine(String line) {
		return line.stripLeading().regionMatches(true, 0, "Error:", 0, "Error:".length());
	}

	private static String shortened(String text) {
		return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
	}
}
