package org.palisade.plugins.internal;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

import org.eclipse.osgi.util.NLS;
import org.palisade.launcher.plugin.PluginReport;

/** Tells of what changes in a folder, which may come and go itself. */
public final class FolderWatch implements AutoCloseable {

	/** A file that is being copied changes again and again; half of it is of no use. */
	private static final int QUIET_MILLISECONDS = 500;
	private static final long STOP_MILLISECONDS = 10_000;
	private static final WatchEvent.Kind<?>[] KINDS = { StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY,
			StandardWatchEventKinds.ENTRY_DELETE };

	private final Path folder;
	private final Runnable changed;
	private final PluginReport report;
	private final Thread thread;
	private WatchService service;

	/**
	 * @param changed called once at the beginning and after each change, by one thread
	 * @param report told when the folder cannot be watched
	 */
	public FolderWatch(Path folder, Runnable changed, PluginReport report) {
		this.folder = folder;
		this.changed = changed;
		this.report = report;
		this.thread = new Thread(this::run, "Plug-ins in " + folder);
		this.thread.setDaemon(true);
	}

	/** Begins. Returns at once. */
	public void start() {
		try {
			service = folder.getFileSystem().newWatchService();
		} catch (IOException e) {
			report.problem(NLS.bind(Messages.not_watched, folder, e.getMessage()));
		}
		thread.start();
	}

	private void run() {
		try {
			watch();
			changed.run();
			while (service != null) {
				awaitChange();
				watch();
				changed.run();
			}
		} catch (InterruptedException | ClosedWatchServiceException closed) {
			return;
		} catch (IOException e) {
			report.problem(NLS.bind(Messages.not_watched, folder, e.getMessage()));
		}
	}

	/** Registering what is registered already is harmless. The folder is registered before it is read, so that nothing falls in between. */
	private void watch() throws IOException {
		if (service != null) {
			folder.getParent().register(service, KINDS);
			if (Files.isDirectory(folder)) {
				folder.register(service, KINDS);
			}
		}
	}

	private void awaitChange() throws InterruptedException {
		for (WatchKey key = service.take(); key != null; key = service.poll(QUIET_MILLISECONDS, TimeUnit.MILLISECONDS)) {
			key.pollEvents();
			key.reset();
		}
	}

	/** Ends, and waits for what is under way. */
	@Override
	public void close() {
		try {
			if (service != null) {
				service.close();
			}
			thread.join(STOP_MILLISECONDS);
		} catch (IOException e) {
			report.problem(NLS.bind(Messages.not_watched, folder, e.getMessage()));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
