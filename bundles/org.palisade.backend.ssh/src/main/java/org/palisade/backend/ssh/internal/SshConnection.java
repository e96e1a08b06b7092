package org.palisade.backend.ssh.internal;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ExecutionException;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.SessionContext;
import org.palisade.api.time.Deadline;
import org.palisade.transport.ServerAddress;
import org.palisade.transport.TcpConnection;

/**
 * A logged-in SSH connection. The socket is ours, not the library's: closing it is what ends every call of the library, on a deadline, on a
 * cancellation and on close.
 */
final class SshConnection implements RemoteShell {

	private final ServerAddress address;
	private final Session session;
	private final Socket socket;
	private final BoundedCall bounded;

	private SshConnection(ServerAddress address, Session session, Socket socket, BoundedCall bounded) {
		this.address = address;
		this.session = session;
		this.socket = socket;
		this.bounded = bounded;
	}

	/** Connects, checks the host key and logs in. */
	static SshConnection open(SshSettings settings, SessionContext context, Deadline deadline) throws FenceException {
		BoundedCall bounded = new BoundedCall(context.cancellation());
		KnownHostKeys hostKeys = new KnownHostKeys(settings.knownHosts(), context.diagnostics());
		Deadline limit = settings.client().connectTimeout().map(deadline::within).orElse(deadline);
		Socket socket = TcpConnection.open(settings.address(), settings.family(), limit, context.cancellation());
		boolean open = false;
		try {
			Session session = prepare(settings, hostKeys, socket, context);
			logIn(settings, session, socket, hostKeys, bounded, deadline);
			context.diagnostics().detail(NLS.bind(Messages.LoggedIn, new Object[] { settings.address(), Problems.quote(session.getServerVersion()),
					session.getServerHostKeyAlgorithm() }));
			open = true;
			return new SshConnection(settings.address(), session, socket, bounded);
		} finally {
			if (!open) {
				close(socket);
			}
		}
	}

	private static Session prepare(SshSettings settings, KnownHostKeys hostKeys, Socket socket, SessionContext context) throws FenceException {
		try {
			JSch library = new JSch();
			if (settings.identity().isPresent()) {
				settings.identity().get().addTo(library);
			}
			Session session = library.getSession(settings.username(), settings.address().host(), settings.address().port());
			settings.client().algorithms().forEach(session::setConfig);
			session.setConfig("StrictHostKeyChecking", "yes");
			session.setConfig("PreferredAuthentications", methods(settings));
			session.setHostKeyRepository(hostKeys);
			settings.client().hostKeyAlias().ifPresent(session::setHostKeyAlias);
			session.setUserInfo(new PasswordPrompts(settings.password(), context.diagnostics()));
			session.setSocketFactory(new ConnectedSocket(socket));
			session.setDaemonThread(true);
			return session;
		} catch (JSchException | IOException refused) {
			throw Problems.of(Kind.PROTOCOL, NLS.bind(Messages.Handshake_Failed, settings.address(), Problems.describe(refused)), "", refused);
		}
	}

	private static String methods(SshSettings settings) {
		String password = "password,keyboard-interactive";
		return settings.identity().isEmpty() ? password : settings.password().isEmpty() ? "publickey" : "publickey," + password;
	}

	private static void logIn(SshSettings settings, Session session, Socket socket, KnownHostKeys hostKeys, BoundedCall bounded,
			Deadline deadline) throws FenceException {
		try {
			bounded.run(NLS.bind(Messages.Step_LogIn, settings.address()), () -> {
				session.connect();
				return session;
			}, () -> close(socket), deadline);
		} catch (ExecutionException failed) {
			throw LoginFailure.explain(failed.getCause(), settings, hostKeys);
		}
	}

	@Override
	public String run(String script, String step, Deadline deadline) throws FenceException {
		CappedOutput output = new CappedOutput();
		try {
			return bounded.run(step, () -> exchange(script, output), this::close, deadline);
		} catch (ExecutionException failed) {
			throw Problems.of(Kind.PROTOCOL, NLS.bind(Messages.Connection_Failed, new Object[] { address, step,
					Problems.describe(failed.getCause()) }), Messages.Connection_Failed_Advice, null);
		}
	}

	private String exchange(String script, CappedOutput output) throws JSchException, IOException, InterruptedException {
		ChannelExec channel = (ChannelExec) session.openChannel("exec");
		try {
			channel.setCommand(script);
			channel.setOutputStream(output);
			channel.setErrStream(new CappedOutput());
			channel.connect();
			output.awaitClose();
			return output.text();
		} finally {
			channel.disconnect();
		}
	}

	@Override
	public void close() {
		// The socket first: the library's own disconnect writes to it, and could block on a peer that does not read.
		close(socket);
		session.disconnect();
	}

	/** Closes without a word: there is nothing left to be done about a socket that does not close. */
	private static void close(Socket socket) {
		try {
			socket.close();
		} catch (IOException alreadyBroken) {
			// The connection is given up either way.
		}
	}

	/** Gives the library a connection that is there already. */
	private record ConnectedSocket(Socket socket) implements com.jcraft.jsch.SocketFactory {

		@Override
		public Socket createSocket(String host, int port) {
			return socket;
		}

		@Override
		public java.io.InputStream getInputStream(Socket connected) throws IOException {
			return connected.getInputStream();
		}

		@Override
		public java.io.OutputStream getOutputStream(Socket connected) throws IOException {
			return connected.getOutputStream();
		}
	}
}
