package org.palisade.backend.rest.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.SessionContext;
import org.palisade.api.option.Secret;
import org.palisade.api.time.Deadline;
import org.palisade.transport.Endpoint;

/** A session with a vCenter, from log-in to log-out. Used by one thread at a time; cancellation alone comes from another one. */
final class AutomationSession {

	/** How long a log-in that was under way when time ran out is waited for, because a session whose token is unknown cannot be ended. */
	private static final Duration LOGIN_GRACE = Duration.ofMillis(700);

	private static final Duration LOGOUT_LIMIT = Duration.ofSeconds(2);

	/** How long after the deadline the log-out may take. With the other grace it makes a second. */
	private static final Duration LOGOUT_GRACE = Duration.ofMillis(300);
	private static final int LONGEST_TOKEN = 4096;
	private static final int NOT_FOUND = 404;

	private final SessionContext context;
	private final AutomationClient client;
	private boolean closed;

	private AutomationSession(SessionContext context, AutomationClient client) {
		this.context = context;
		this.client = client;
	}

	/**
	 * Connects and logs in.
	 *
	 * @param paths where the API may be, tried in order as long as the server says that there is nothing
	 * @param deadline by when the session must be open. When it passes, a log-in that is under way is waited for a moment more, and
	 *            undone, all within a second
	 * @throws FenceException when no session could be opened; none is left on the server whose token has arrived
	 */
	static AutomationSession open(Endpoint endpoint, List<ApiPath> paths, String userName, Secret password, SessionContext context,
			Deadline deadline) throws FenceException {
		AutomationSession session = new AutomationSession(context,
				new AutomationClient(endpoint, context.diagnostics(), context.cancellation()));
		try {
			session.logIn(paths, userName, password, deadline);
			return session;
		} catch (FenceException | RuntimeException failure) {
			session.close(deadline.restartedFor(deadline.within(LOGOUT_LIMIT).remaining().plus(LOGOUT_GRACE)));
			throw failure;
		}
	}

	private void logIn(List<ApiPath> paths, String userName, Secret password, Deadline deadline) throws FenceException {
		String authorization = "Basic "
				+ Base64.getEncoder().encodeToString((userName + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8));
		for (ApiPath path : paths) {
			client.use(path);
			Reply reply = client.logIn(authorization, deadline.within(context.answerLimit()), LOGIN_GRACE);
			if (reply instanceof Reply.Value value) {
				client.token(token(value.content()));
				checkInTime(deadline);
				return;
			}
			ApiError error = ((Reply.Refusal) reply).error();
			if (error.status() != NOT_FOUND) {
				throw new FenceException(loginProblem(error));
			}
		}
		throw new FenceException(Kind.NOT_OFFERED, NLS.bind(Messages.no_api, client.url()), Messages.no_api_advice);
	}

	private static FenceProblem loginProblem(ApiError error) {
		FenceProblem problem = ApiProblems.ofCall(error);
		return switch (problem.kind()) {
		case LOGIN -> new FenceProblem(Kind.LOGIN, problem.message(), Messages.login_advice);
		case PRIVILEGE -> new FenceProblem(Kind.LOGIN, problem.message(), Messages.login_denied_advice);
		default -> problem;
		};
	}

	private static String token(Object content) throws FenceException {
		boolean usable = content instanceof String text && !text.isEmpty() && text.length() <= LONGEST_TOKEN
				&& text.chars().allMatch(c -> c > ' ' && c < 127);
		if (!usable) {
			throw new FenceException(Kind.PROTOCOL, Messages.no_token, Messages.not_understood_advice);
		}
		return (String) content;
	}

	private void checkInTime(Deadline deadline) throws FenceException {
		if (context.cancellation().requested()) {
			throw new FenceException(Kind.CANCELLED, Messages.cancelled, "");
		}
		if (deadline.expired()) {
			throw new FenceException(Kind.TIMEOUT, Messages.timeout_login, Messages.timeout_login_advice);
		}
	}

	SessionContext context() {
		return context;
	}

	Dialect dialect() {
		return client.dialect();
	}

	/** {@return the value at a path} */
	Object get(String path, Deadline deadline) throws FenceException {
		return client.get(path, deadline.within(context.answerLimit()));
	}

	/** {@return what the server answers at a path, be it a refusal} */
	Reply ask(String path, Deadline deadline) throws FenceException {
		return client.send("GET", path, deadline.within(context.answerLimit()));
	}

	/** {@return what comes of a request that the server answers when it has carried it out} It may take all the time that there is. */
	Reply order(String path, Deadline deadline) throws FenceException {
		return client.send("POST", path, deadline);
	}

	/**
	 * Logs out, even after a cancellation, and closes the connection. Never throws; a failing log-out is told to the diagnostics. Closing
	 * twice is harmless.
	 *
	 * @param deadline by when to give up on the log-out
	 */
	void close(Deadline deadline) {
		if (closed) {
			return;
		}
		closed = true;
		if (client.hasToken()) {
			logOut(deadline);
		}
		client.close();
	}

	private void logOut(Deadline deadline) {
		try {
			Reply reply = client.logOut(deadline);
			if (reply instanceof Reply.Refusal refusal) {
				if (refusal.error().is("UNAUTHENTICATED")) {
					context.diagnostics().detail(Messages.logout_ended);
				} else {
					context.diagnostics().warning(NLS.bind(Messages.logout_failed, refusal.error().title()));
				}
			}
		} catch (FenceException failure) {
			context.diagnostics().warning(NLS.bind(Messages.logout_failed, failure.getMessage()));
		} finally {
			client.token(null);
		}
	}
}
