package org.palisade.transport.internal;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.transport.AddressFamily;
import org.palisade.transport.ServerAddress;

/** Turns a host into its addresses. */
final class AddressResolver {

	private AddressResolver() {
	}

	static List<InetAddress> resolve(ServerAddress server, AddressFamily family, ExchangeGuard guard) throws FenceException {
		try {
			InetAddress[] all = server.isLiteral() ? InetAddress.getAllByName(server.host()) : lookUp(server.host(), guard);
			return ofFamily(all, family, server);
		} catch (UnknownHostException unknown) {
			throw new FenceException(FenceProblem.Kind.DNS, NLS.bind(Messages.dns_unknown, server.host()), Messages.dns_unknown_advice);
		}
	}

	/** In a thread of its own, because the system's resolver can neither be interrupted nor given a limit. */
	private static InetAddress[] lookUp(String host, ExchangeGuard guard) throws UnknownHostException, FenceException {
		FutureTask<InetAddress[]> task = new FutureTask<>(() -> InetAddress.getAllByName(host));
		Thread thread = new Thread(task, "palisade-resolver " + host);
		thread.setDaemon(true);
		guard.watch(ExchangeGuard.Phase.RESOLVE, () -> task.cancel(false));
		thread.start();
		try {
			return task.get();
		} catch (ExecutionException failure) {
			throw (UnknownHostException) new UnknownHostException(host).initCause(failure.getCause());
		} catch (CancellationException aborted) {
			throw new FenceException(FenceProblem.Kind.DNS, NLS.bind(Messages.timeout_resolve, host), "");
		} catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new FenceException(FenceProblem.Kind.CANCELLED, Messages.cancelled, "");
		}
	}

	private static List<InetAddress> ofFamily(InetAddress[] all, AddressFamily family, ServerAddress server) throws FenceException {
		List<InetAddress> wanted = new ArrayList<>(all.length);
		for (InetAddress address : all) {
			boolean accepted = switch (family) {
			case ANY -> true;
			case INET4 -> address instanceof Inet4Address;
			case INET6 -> address instanceof Inet6Address;
			};
			if (accepted) {
				wanted.add(address);
			}
		}
		if (wanted.isEmpty()) {
			String option = family == AddressFamily.INET4 ? "inet4_only" : "inet6_only";
			throw new FenceException(FenceProblem.Kind.DNS, NLS.bind(Messages.dns_family, server.host(), option),
					NLS.bind(Messages.dns_family_advice, option));
		}
		return wanted;
	}
}
