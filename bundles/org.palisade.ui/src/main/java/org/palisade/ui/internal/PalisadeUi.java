package org.palisade.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.plugin.AbstractUIPlugin;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.palisade.connections.ConnectionStore;
import org.palisade.operations.OperationHistory;
import org.palisade.plugins.PluginService;
import org.palisade.ui.internal.connection.SimulatedConnections;
import org.palisade.ui.internal.inventory.Inventories;

/** The bundle of the views: where they find services, and what lives as long as the workbench. */
public final class PalisadeUi extends AbstractUIPlugin {

	/** The symbolic name of this bundle. */
	public static final String ID = "org.palisade.ui";

	private static final String HISTORY = "history.log";

	private static PalisadeUi instance;

	private final Map<Class<?>, ServiceTracker<?, ?>> trackers = new HashMap<>();
	private final Object kept = new Object();
	private PluginService plugins;
	private OperationHistory history;
	private Inventories inventories;
	private SimulatedConnections simulated;

	/** {@return the bundle, which has been started} */
	public static PalisadeUi instance() {
		return instance;
	}

	@Override
	public void start(BundleContext context) throws Exception {
		super.start(context);
		instance = this;
		plugins = PluginFolders.open(context);
	}

	@Override
	public void stop(BundleContext context) throws Exception {
		closeKept();
		plugins.close();
		synchronized (trackers) {
			trackers.values().forEach(ServiceTracker::close);
		}
		instance = null;
		super.stop(context);
	}

	/** Not while the lock is held: what is closed may wait for a thread that asks for one of these. */
	private void closeKept() {
		Inventories connected;
		SimulatedConnections servers;
		synchronized (kept) {
			connected = inventories;
			servers = simulated;
		}
		if (connected != null) {
			connected.close();
		}
		if (servers != null) {
			servers.close();
		}
	}

	/**
	 * {@return a service of an installed bundle}
	 *
	 * @throws NoSuchElementException when nobody provides it
	 */
	public <S> S service(Class<S> type) {
		return optionalService(type).orElseThrow(() -> new NoSuchElementException(NLS.bind(Messages.service_missing, type.getName())));
	}

	/** {@return a service if a bundle provides it} */
	public <S> Optional<S> optionalService(Class<S> type) {
		synchronized (trackers) {
			ServiceTracker<?, ?> tracker = trackers.computeIfAbsent(type, this::track);
			return Optional.ofNullable(type.cast(tracker.getService()));
		}
	}

	/** {@return all services of a type, the preferred one first} */
	public <S> List<S> services(Class<S> type) {
		synchronized (trackers) {
			return trackers.computeIfAbsent(type, this::track).getTracked().values().stream().map(type::cast).toList();
		}
	}

	private ServiceTracker<?, ?> track(Class<?> type) {
		ServiceTracker<?, ?> tracker = new ServiceTracker<>(getBundle().getBundleContext(), type, null);
		tracker.open();
		return tracker;
	}

	/** {@return what was carried out in this workspace} */
	public OperationHistory history() {
		synchronized (kept) {
			if (history == null) {
				history = openHistory(getStateLocation().append(HISTORY).toPath());
			}
			return history;
		}
	}

	private OperationHistory openHistory(Path file) {
		try {
			return new OperationHistory(file);
		} catch (IOException e) {
			getLog().log(error(NLS.bind(Messages.history_unreadable, file), e));
			return OperationHistory.startedAnew(file);
		}
	}

	/** {@return the inventories of the servers that are connected} */
	public Inventories inventories() {
		synchronized (kept) {
			if (inventories == null) {
				inventories = new Inventories(service(ConnectionStore.class));
			}
			return inventories;
		}
	}

	/** {@return the simulated servers of this workbench} */
	public SimulatedConnections simulated() {
		synchronized (kept) {
			if (simulated == null) {
				simulated = new SimulatedConnections(service(ConnectionStore.class));
			}
			return simulated;
		}
	}

	@Override
	protected void initializeImageRegistry(ImageRegistry registry) {
		Images.register(registry);
	}

	/** {@return an error for the log or a dialog} */
	public static IStatus error(String message, Throwable cause) {
		return new Status(IStatus.ERROR, ID, message, cause);
	}
}
