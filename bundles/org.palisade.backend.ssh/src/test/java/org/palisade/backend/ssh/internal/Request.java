package org.palisade.backend.ssh.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.testsupport.RecordingDiagnostics;

/** The options of a request, built up by a test, and what was said while it ran. */
final class Request {

	private final Map<String, Object> values = new HashMap<>();
	private final CancellationSource cancellation = new CancellationSource();
	private final RecordingDiagnostics diagnostics = new RecordingDiagnostics();
	private int pauses;

	Request(int port) {
		with(StandardOptions.IP, "127.0.0.1").with(StandardOptions.IP_PORT, port).with(StandardOptions.USERNAME, OpenSshServer.user());
	}

	static Request to(OpenSshServer server, Path home) {
		return new Request(server.port()).with(SshOptions.IDENTITY_FILE, home.resolve("identity").toString())
				.with(SshOptions.SSH_KNOWN_HOSTS, home.resolve("known_hosts").toString());
	}

	Request with(String option, Object value) {
		values.put(option, value);
		return this;
	}

	Request without(String option) {
		values.remove(option);
		return this;
	}

	Request secondLogin(String host, String user, String password) {
		return with(SshOptions.VMIPADDR, host).with(SshOptions.VMLOGIN, user).with(SshOptions.VMPASSWD, Secret.of(password));
	}

	OptionValues options() {
		Map<String, Object> all = new HashMap<>(values);
		all.putIfAbsent(SshOptions.VMIPADDR, "localhost");
		return new OptionValues(all, Set.copyOf(values.keySet()));
	}

	FenceSession open() throws FenceException {
		return open(inSeconds(30));
	}

	FenceSession open(Deadline deadline) throws FenceException {
		SshBackEnd backEnd = new SshBackEnd((length, ignored) -> pauses++);
		backEnd.validate(options());
		return backEnd.open(options(), new SessionContext(cancellation, diagnostics, Duration.ofSeconds(30)), deadline);
	}

	static Deadline inSeconds(int seconds) {
		return Deadline.in(Duration.ofSeconds(seconds), MonotonicClock.system());
	}

	CancellationSource cancellation() {
		return cancellation;
	}

	RecordingDiagnostics diagnostics() {
		return diagnostics;
	}

	int pauses() {
		return pauses;
	}

	/** {@return everything of an exception that could reach a log} */
	static String everythingOf(FenceException exception) {
		StringBuilder text = new StringBuilder(exception.problem().toString());
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			text.append('\n').append(cause);
		}
		return text.toString();
	}
}
