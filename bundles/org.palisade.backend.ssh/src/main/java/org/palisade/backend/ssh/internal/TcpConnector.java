package org.palisade.backend.ssh.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.time.Deadline;
import org.palisade.transport.AddressFamily;

/** Resolves a host name and connects to the first of its addresses that answers. */
final class TcpConnector {

	private TcpConnector() {
	}

	static Socket connect(SshSettings settings, BoundedCall bounded, Deadline deadline) throws FenceException {
		Deadline limit = settings.client().connectTimeout().map(deadline::within).orElse(deadline);
		List<InetAddress> candidates = resolve(settings, bounded, limit);
		IOException last = null;
		for (InetAddress candidate : candidates) {
			Socket socket = new Socket();
			try {
				InetSocketAddress target = new InetSocketAddress(candidate, settings.address().port());
				bounded.run(NLS.bind(Messages.Step_Connect, settings.address()), () -> connect(socket, target), () -> close(socket), limit);
				return socket;
			} catch (ExecutionException failed) {
				close(socket);
				last = failed.getCause() instanceof IOException io ? io : new ConnectException(Problems.describe(failed.getCause()));
			}
		}
		throw Problems.of(Kind.TCP, NLS.bind(Messages.Tcp_Failed, settings.address(), Problems.describe(last)), Messages.Tcp_Advice, last);
	}

	private static Socket connect(Socket socket, InetSocketAddress target) throws IOException {
		socket.connect(target);
		socket.setTcpNoDelay(true);
		return socket;
	}

	private static List<InetAddress> resolve(SshSettings settings, BoundedCall bounded, Deadline deadline) throws FenceException {
		String host = settings.address().host();
		InetAddress[] all;
		try {
			all = bounded.run(NLS.bind(Messages.Step_Resolve, host), () -> InetAddress.getAllByName(host), () -> { }, deadline);
		} catch (ExecutionException failed) {
			throw Problems.of(Kind.DNS, NLS.bind(Messages.Dns_Failed, host), Messages.Dns_Advice, failed.getCause());
		}
		List<InetAddress> suitable = Arrays.stream(all).filter(candidate -> suits(candidate, settings.family())).toList();
		if (suitable.isEmpty()) {
			throw new FenceException(Kind.DNS, NLS.bind(Messages.Dns_NoneOfFamily, host, settings.family()), Messages.Dns_NoneOfFamily_Advice);
		}
		return suitable;
	}

	private static boolean suits(InetAddress candidate, AddressFamily family) {
		return switch (family) {
			case ANY -> true;
			case INET4 -> candidate instanceof Inet4Address;
			case INET6 -> !(candidate instanceof Inet4Address);
		};
	}

	/** Closes without a word: there is nothing left to be done about a socket that does not close. */
	static void close(Socket socket) {
		try {
			socket.close();
		} catch (IOException alreadyBroken) {
			// The connection is given up either way.
		}
	}
}
