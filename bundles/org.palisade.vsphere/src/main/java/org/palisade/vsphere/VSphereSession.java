package org.palisade.vsphere;

import java.rmi.RemoteException;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.Optional;

import com.vmware.vim25.ManagedObjectNotFound;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.MethodFault;
import com.vmware.vim25.NotAuthenticated;
import com.vmware.vim25.ServiceContent;
import com.vmware.vim25.UserSession;
import com.vmware.vim25.ws.VimStub;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.SessionContext;
import org.palisade.api.option.Redaction;
import org.palisade.api.option.Secret;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.transport.Endpoint;
import org.palisade.vsphere.internal.CallFailure;
import org.palisade.vsphere.internal.CallLimits;
import org.palisade.vsphere.internal.Messages;
import org.palisade.vsphere.internal.VimClient;

/**
 * A session with a vCenter or a host, from log-in to log-out. It belongs to one owner, whose filters are the only ones in its property
 * collector. Used by one thread at a time; cancellation alone comes from another one.
 */
public final class VSphereSession {

	/** How long a log-in that was under way when time ran out is waited for, because a session whose cookie is unknown cannot be ended. */
	private static final Duration LOGIN_GRACE = Duration.ofMillis(700);

	private static final Duration LOGOUT_LIMIT = Duration.ofSeconds(2);

	/** How long after the deadline the log-out may take. With the other grace it makes a second. */
	private static final Duration LOGOUT_GRACE = Duration.ofMillis(300);

	private final SessionContext context;
	private final VimClient client;
	private final VimStub stub;
	private ServiceContent content;
	private UserSession user;
	private boolean contentAssumed;
	private boolean maybeLoggedIn;
	private boolean closed;

	private VSphereSession(SessionContext context, VimClient client) {
		this.context = context;
		this.client = client;
		this.stub = new VimStub(client);
	}

	/**
	 * Connects and logs in, in two round trips.
	 *
	 * @param endpoint the server
	 * @param userName the account
	 * @param password its password
	 * @param context cancellation, diagnostics and the limit of a single answer, for the life of the session
	 * @param deadline by when the session must be open. When it passes, a log-in that is under way is waited for a moment more, and
	 *            undone, all within a second
	 * @throws FenceException when no session could be opened; none is left on the server
	 */
	public static VSphereSession open(Endpoint endpoint, String userName, Secret password, SessionContext context, Deadline deadline)
			throws FenceException {
		return open(endpoint, userName, password, Optional.empty(), context, deadline);
	}

	/**
	 * Connects and logs in, in one round trip when the content is known.
	 *
	 * @param known what a server at this address has told earlier. The session {@linkplain #isContentAssumed assumes} then that it is the same
	 *            server
	 * @see #open(Endpoint, String, Secret, SessionContext, Deadline)
	 */
	public static VSphereSession open(Endpoint endpoint, String userName, Secret password, Optional<ServiceContent> known, SessionContext context,
			Deadline deadline) throws FenceException {
		VSphereSession session = new VSphereSession(context, new VimClient(endpoint, context.diagnostics(), Redaction.of(password)));
		try {
			session.logIn(userName, password, known, deadline);
			return session;
		} catch (FenceException | RuntimeException failure) {
			session.close(deadline.restartedFor(deadline.within(LOGOUT_LIMIT).remaining().plus(LOGOUT_GRACE)));
			throw failure;
		}
	}

	private void logIn(String userName, Secret password, Optional<ServiceContent> known, Deadline deadline) throws FenceException {
		if (known.isPresent()) {
			content = known.get();
			contentAssumed = true;
			client.setSoapActionOnApiVersion(content.getAbout().getApiVersion());
			if (logIn(userName, password, deadline)) {
				return;
			}
			context.diagnostics().detail(Messages.content_outdated);
		}
		retrieveContent(deadline);
		logIn(userName, password, deadline);
	}

	/**
	 * Asks the server for its content. Afterwards nothing is {@linkplain #isContentAssumed assumed} any more.
	 *
	 * @throws FenceException when the server did not answer, or not as one of this API does
	 */
	public void retrieveContent(Deadline deadline) throws FenceException {
		ManagedObjectReference instance = new ManagedObjectReference();
		instance.setType("ServiceInstance");
		instance.setVal("ServiceInstance");
		content = call(deadline, stubs -> stubs.retrieveServiceContent(instance));
		if (content == null || content.getSessionManager() == null || content.getAbout() == null) {
			throw new FenceException(Kind.PROTOCOL, Messages.no_service_content, Messages.not_soap_advice);
		}
		contentAssumed = false;
		client.setSoapActionOnApiVersion(content.getAbout().getApiVersion());
	}

	/** {@return whether the content is what was known from earlier, and the server has not confirmed yet that it is still the same one} */
	public boolean isContentAssumed() {
		return contentAssumed;
	}

	/**
	 * Takes in what the server says it is.
	 *
	 * @param instanceUuid {@code content.about.instanceUuid} of the service instance, as it was just read
	 * @return whether that is the server whose content was assumed, so that it need not be assumed any more
	 */
	public boolean confirmContent(Optional<String> instanceUuid) {
		boolean same = instanceUuid.isPresent() && instanceUuid.get().equals(content.getAbout().getInstanceUuid());
		contentAssumed &= !same;
		return same;
	}

	/** {@return whether the server has let us in; if not, it does not have the session manager that was assumed} */
	private boolean logIn(String userName, Secret password, Deadline deadline) throws FenceException {
		client.limit(new CallLimits(deadline.within(context.answerLimit()), context.cancellation(), LOGIN_GRACE));
		maybeLoggedIn = true;
		try {
			user = stub.login(content.getSessionManager(), userName, password.reveal(), null);
		} catch (ManagedObjectNotFound unknown) {
			maybeLoggedIn = false;
			if (contentAssumed) {
				return false;
			}
			throw loginFailed(unknown);
		} catch (RemoteException refused) {
			throw loginFailed(refused);
		}
		if (user == null) {
			throw new FenceException(Kind.PROTOCOL, Messages.no_service_content, Messages.not_soap_advice);
		}
		if (context.cancellation().requested()) {
			throw new FenceException(Kind.CANCELLED, Messages.cancelled, "");
		}
		if (deadline.expired()) {
			throw new FenceException(Kind.TIMEOUT, Messages.timeout_login, Messages.timeout_login_advice);
		}
		return true;
	}

	private FenceException loginFailed(RemoteException failure) throws FenceException {
		MethodFault fault = faultOf(failure);
		maybeLoggedIn = false;
		FenceProblem problem = Faults.ofCall(fault);
		boolean known = problem.kind() == Kind.PRIVILEGE;
		return new FenceException(known ? new FenceProblem(Kind.LOGIN, problem.message(), Messages.advice_login_denied) : problem);
	}

	/** {@return what the server is and where its managers are} */
	public ServiceContent content() {
		return content;
	}

	/** {@return the key of this session, by which the server's managers know it; not to be shown} */
	public String key() {
		return user.getKey();
	}

	/** {@return when this session was opened, by the server's clock; empty when the server does not tell} */
	public Optional<Instant> loginTime() {
		return Optional.ofNullable(user.getLoginTime()).map(Calendar::toInstant);
	}

	/** {@return whether the server speaks at least this version of the API} */
	public boolean hasApi(int major, int minor) {
		String[] numbers = content.getAbout().getApiVersion().split("\\.");
		try {
			int serverMajor = Integer.parseInt(numbers[0]);
			int serverMinor = numbers.length > 1 ? Integer.parseInt(numbers[1]) : 0;
			return serverMajor > major || serverMajor == major && serverMinor >= minor;
		} catch (NumberFormatException unreadable) {
			return false;
		}
	}

	/**
	 * Makes a call.
	 *
	 * @param deadline by when it must have been answered; the context's limit of a single answer applies too
	 * @throws FenceException when the server answered with a fault or did not answer
	 */
	public <T> T call(Deadline deadline, VimCall<T> call) throws FenceException {
		try {
			return attempt(deadline, call);
		} catch (MethodFault fault) {
			throw new FenceException(Faults.ofCall(fault));
		}
	}

	/**
	 * Makes a call whose refusal by the server is to be told from a failure whose outcome is unknown.
	 *
	 * @throws MethodFault when the server refused
	 * @throws FenceException when the server did not answer, or not sensibly: the call may have been carried out
	 */
	public <T> T attempt(Deadline deadline, VimCall<T> call) throws FenceException, MethodFault {
		return make(deadline.within(context.answerLimit()), context.cancellation(), call);
	}

	/**
	 * Makes a call that the server answers late on purpose.
	 *
	 * @param serverWait how long the server was told to wait; the context's limit of a single answer begins after that
	 */
	public <T> T await(Deadline deadline, Duration serverWait, VimCall<T> call) throws FenceException {
		try {
			return make(deadline.within(serverWait.plus(context.answerLimit())), context.cancellation(), call);
		} catch (MethodFault fault) {
			throw new FenceException(Faults.ofCall(fault));
		}
	}

	private <T> T make(Deadline deadline, Cancellation cancellation, VimCall<T> call) throws FenceException, MethodFault {
		client.limit(new CallLimits(deadline, cancellation, Duration.ZERO));
		try {
			return call.on(stub);
		} catch (RemoteException failure) {
			throw faultOf(failure);
		}
	}

	private static MethodFault faultOf(RemoteException failure) throws FenceException {
		if (failure instanceof MethodFault fault) {
			return fault;
		}
		if (failure instanceof CallFailure broken) {
			throw broken.failure();
		}
		throw new IllegalStateException("the client throws nothing else", failure);
	}

	/**
	 * Logs out, even after a cancellation, and closes the connection. Never throws; a failing log-out is told to the diagnostics. Closing
	 * twice is harmless.
	 *
	 * @param deadline by when to give up on the log-out
	 */
	public void close(Deadline deadline) {
		if (closed) {
			return;
		}
		closed = true;
		if (maybeLoggedIn && client.hasCookie()) {
			logOut(deadline);
		}
		client.close();
	}

	private void logOut(Deadline deadline) {
		try {
			make(deadline, Cancellation.never(), stubs -> {
				stubs.logout(content.getSessionManager());
				return null;
			});
		} catch (NotAuthenticated ended) {
			context.diagnostics().detail(Messages.logout_ended);
		} catch (MethodFault fault) {
			context.diagnostics().warning(NLS.bind(Messages.logout_failed, Faults.name(fault)));
		} catch (FenceException failure) {
			context.diagnostics().warning(NLS.bind(Messages.logout_failed, failure.getMessage()));
		}
	}
}
