package org.palisade.simulator.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.palisade.launcher.Application;
import org.palisade.simulator.ServerBehaviour;
import org.palisade.simulator.SimulatedVCenter;
import org.palisade.simulator.SimulatorOptions;

/** The program {@code vcenter-simulator}. */
@Component(property = Application.NAME + "=vcenter-simulator")
public final class VCenterSimulatorApplication implements Application {

	private static final int SUCCESS = 0;
	private static final int FAILURE = 1;

	private final CountDownLatch end = new CountDownLatch(1);

	@Override
	public int run(Invocation invocation) {
		CommandLine.Parsed parsed;
		try {
			parsed = CommandLine.parse(invocation.arguments());
		} catch (IllegalArgumentException e) {
			invocation.err().println(e.getMessage());
			return FAILURE;
		}
		if (parsed.helpWanted()) {
			invocation.out().print(Messages.help);
			return SUCCESS;
		}
		try (SimulatedVCenter simulator = SimulatedVCenter.start(parsed.options())) {
			announce(invocation, simulator, parsed);
			if (parsed.untilStdinCloses()) {
				stopAtEndOf(invocation.in());
			}
			end.await(parsed.lifetime().toSeconds(), TimeUnit.SECONDS);
			return SUCCESS;
		} catch (IOException e) {
			invocation.err().println(NLS.bind(Messages.cannotStart, e.getMessage()));
			return FAILURE;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return FAILURE;
		}
	}

	private static void announce(Invocation invocation, SimulatedVCenter simulator, CommandLine.Parsed parsed) {
		invocation.out().println(NLS.bind(Messages.listening, simulator.url()));
		invocation.out().println(NLS.bind(Messages.control, simulator.controlUrl()));
		invocation.out().println(
				NLS.bind(Messages.ready, Integer.toString(parsed.options().inventory().virtualMachines())));
		invocation.out().flush();
		ServerBehaviour account = parsed.options().behaviour();
		if (account.password().equals(SimulatorOptions.DEFAULT_PASSWORD)) {
			invocation.err().println(NLS.bind(Messages.account, account.username(), account.password()));
		}
	}

	private void stopAtEndOf(InputStream in) {
		Thread watcher = new Thread(() -> readToEnd(in), "vcenter-simulator-stdin");
		watcher.setDaemon(true);
		watcher.start();
	}

	private void readToEnd(InputStream in) {
		try (in) {
			in.transferTo(OutputStream.nullOutputStream());
		} catch (IOException e) {
			System.getLogger(VCenterSimulatorApplication.class.getName()).log(System.Logger.Level.DEBUG, "standard input ended", e);
		} finally {
			end.countDown();
		}
	}

	@Override
	public void stop() {
		end.countDown();
	}
}
