package org.palisade.launcher.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.osgi.util.NLS;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.palisade.launcher.Application;
import org.palisade.launcher.Application.Invocation;
import org.palisade.launcher.plugin.ComponentProblems;
import org.palisade.launcher.plugin.PluginBundle;
import org.palisade.launcher.plugin.PluginCall;
import org.palisade.launcher.plugin.PluginFolder;
import org.palisade.launcher.plugin.ServiceLookup;

/** One run of one application, and its end on request. {@link #terminate} may come at any time from another thread. */
final class Run {

	/** Exit code of a run that failed. */
	static final int FAILED = 1;
	/** How long an application has for logging out and the like once it was asked to stop. */
	private static final long STOP_MILLISECONDS = 3_000;

	private static final ClassLoader LOADER = Run.class.getClassLoader();

	private final Path home;
	private final Optional<FrameworkState> state;
	private final String name;
	private final Invocation invocation;
	private final Report report;
	private final CountDownLatch ended = new CountDownLatch(1);
	private Application application;
	private boolean terminating;

	/**
	 * @param state what {@link EmbeddedFramework#keep} has written for this application, if there is one
	 */
	Run(Path home, Optional<FrameworkState> state, String name, Invocation invocation) {
		this.home = home;
		this.state = state;
		this.name = name;
		this.invocation = invocation;
		this.report = new Report(invocation.command(), invocation.err());
	}

	/**
	 * Boots the framework and runs the application.
	 *
	 * @return the process's exit code
	 */
	int run() {
		try {
			return runInFramework();
		} catch (BundleException | IOException | IllegalStateException e) {
			report.problem(NLS.bind(Messages.framework_failed, e));
			return FAILED;
		} finally {
			ended.countDown();
		}
	}

	private int runInFramework() throws BundleException, IOException {
		List<PluginBundle> plugins = new ArrayList<>(new PluginFolder(home).read(report));
		Optional<EmbeddedFramework> restored = plugins.isEmpty() ? restored() : Optional.empty();
		if (restored.isPresent()) {
			return run(restored.get(), List.of());
		}
		while (true) {
			EmbeddedFramework framework = EmbeddedFramework.empty(home, Main.classPath(), LOADER, name, !plugins.isEmpty());
			try {
				return run(framework, framework.start(plugins, report));
			} catch (PluginCall.Hangs e) {
				e.tell(report);
				plugins.remove(e.plugin());
			}
		}
	}

	/** A state that cannot be used costs the time that it would have saved, nothing else. */
	private Optional<EmbeddedFramework> restored() {
		if (state.isEmpty() || !state.get().isSound()) {
			return Optional.empty();
		}
		try {
			EmbeddedFramework framework = EmbeddedFramework.restored(home, LOADER, state.get());
			framework.start(List.of(), report);
			return Optional.of(framework);
		} catch (BundleException | PluginCall.Hangs | RuntimeException e) {
			return Optional.empty();
		}
	}

	private int run(EmbeddedFramework framework, List<Bundle> started) {
		Application found = ServiceLookup.find(framework.context(), Application.class, "(" + Application.NAME + "=" + name + ")").orElse(null);
		reportComponents(framework.context(), found == null ? Arrays.asList(framework.context().getBundles()) : started);
		if (found == null) {
			report.problem(NLS.bind(Messages.application_missing, name, home));
			return FAILED;
		}
		int exitCode = run(found);
		if (!started.isEmpty()) {
			// Ours have nothing to do then; those of others may.
			stop(framework);
		}
		return exitCode;
	}

	private void reportComponents(BundleContext context, List<Bundle> bundles) {
		if (!bundles.isEmpty()) {
			new ComponentProblems(report, Run.class.getClassLoader()).report(context, bundles);
		}
	}

	private int run(Application found) {
		synchronized (this) {
			if (terminating) {
				return FAILED;
			}
			application = found;
		}
		try {
			return found.run(invocation);
		} catch (RuntimeException | Error e) {
			// An error too: whoever waits for the answer gets one in words, whatever happened.
			StackTraceElement[] trace = e.getStackTrace();
			report.problem(NLS.bind(Messages.application_failed, trace.length == 0 ? e : e + " at " + trace[0]));
			return FAILED;
		} finally {
			invocation.out().flush();
			invocation.err().flush();
			ended.countDown();
		}
	}

	private void stop(EmbeddedFramework framework) {
		try {
			framework.stop();
		} catch (BundleException e) {
			report.problem(e.toString());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Ends the process: asks the application to stop, gives it a few seconds, and halts. */
	void terminate() {
		int exitCode = FAILED;
		try {
			Application running;
			synchronized (this) {
				terminating = true;
				running = application;
			}
			if (running != null) {
				running.stop();
				if (ended.await(STOP_MILLISECONDS, TimeUnit.MILLISECONDS)) {
					exitCode = running.exitCodeWhenStopped();
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} finally {
			Runtime.getRuntime().halt(exitCode);
		}
	}
}
