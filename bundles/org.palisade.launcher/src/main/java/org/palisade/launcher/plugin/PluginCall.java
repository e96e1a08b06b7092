package org.palisade.launcher.plugin;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls of plug-ins' code, each in a thread of its own, because nobody can make one end that never returns.
 *
 * @param limit how long a call may take
 */
public record PluginCall(Duration limit) {

	/** A plug-in that did not return. Whatever it holds it will hold as long as this process lives, so the framework is of no use any more. */
	public static final class Hangs extends Exception {

		private static final long serialVersionUID = 1L;

		private final transient PluginBundle plugin;

		private Hangs(PluginBundle plugin) {
			super(plugin.name());
			this.plugin = plugin;
		}

		/** {@return who does not return} */
		public PluginBundle plugin() {
			return plugin;
		}

		/** Reports that it is left out. */
		public void tell(PluginReport report) {
			report.unused(plugin.name(), plugin.path(), Messages.plugin_hangs);
		}
	}

	/**
	 * {@return what the call returned}
	 *
	 * @param plugin whose code is called
	 * @throws Hangs when it has not returned within the limit
	 * @throws ExecutionException when it threw something
	 */
	public <T> T of(PluginBundle plugin, Callable<T> call) throws Hangs, ExecutionException {
		FutureTask<T> task = new FutureTask<>(call);
		Thread thread = new Thread(task, "Plug-in " + plugin.name());
		thread.setDaemon(true);
		thread.start();
		try {
			return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
		} catch (TimeoutException e) {
			throw new Hangs(plugin);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Hangs(plugin);
		}
	}
}
