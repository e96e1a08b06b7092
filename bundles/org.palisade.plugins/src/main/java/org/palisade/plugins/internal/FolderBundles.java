package org.palisade.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.palisade.api.FenceBackEnd;
import org.palisade.launcher.plugin.ComponentProblems;
import org.palisade.launcher.plugin.PluginBundle;
import org.palisade.launcher.plugin.PluginCall;
import org.palisade.launcher.plugin.PluginFolder;
import org.palisade.launcher.plugin.PluginReport;
import org.palisade.launcher.plugin.PluginStarter;

/**
 * The bundles that lie in a folder, installed for as long as they lie there and this program runs. A jar is copied by the framework, so that it may be
 * replaced or removed at any time.
 */
public final class FolderBundles implements AutoCloseable {

	private static final long REFRESH_SECONDS = 10;

	private final BundleContext context;
	private final PluginFolder folder;
	private final PluginReport report;
	private final Map<Bundle, FileStamp> installed = new LinkedHashMap<>();
	private Set<String> toldLast = Set.of();

	/**
	 * @param context installs the bundles
	 * @param report told of each bundle that is not used, once as long as that is so
	 */
	public FolderBundles(BundleContext context, PluginFolder folder, PluginReport report) {
		this.context = context;
		this.folder = folder;
		this.report = report;
	}

	/** {@return whether a bundle lies in the folder} */
	public boolean owns(Bundle bundle) {
		return folder.holds(bundle.getLocation());
	}

	/** Does what was done to the folder. */
	public synchronized void update() {
		Set<String> toldBefore = toldLast;
		Set<String> told = new HashSet<>();
		PluginReport once = text -> {
			if (told.add(text) && !toldBefore.contains(text)) {
				report.problem(text);
			}
		};
		Map<PluginBundle, FileStamp> wanted = new LinkedHashMap<>();
		folder.read(once).forEach(plugin -> wanted.put(plugin, FileStamp.of(plugin.path())));
		List<Bundle> removed = ownBundles().filter(bundle -> !wanted.containsValue(installed.get(bundle))).toList();
		if (!removed.isEmpty()) {
			removed.forEach(this::uninstall);
			refresh(removed);
		}
		install(wanted, once);
		toldLast = told;
	}

	/** Also those that were left behind when this program was killed. */
	private Stream<Bundle> ownBundles() {
		return Stream.of(context.getBundles()).filter(this::owns);
	}

	private void uninstall(Bundle bundle) {
		installed.remove(bundle);
		try {
			bundle.uninstall();
		} catch (BundleException e) {
			report.problem(NLS.bind(Messages.not_uninstalled, bundle.getSymbolicName(), e.getMessage()));
		}
	}

	/** Frees what others still use of them. */
	private void refresh(Collection<Bundle> bundles) {
		CountDownLatch refreshed = new CountDownLatch(1);
		context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class).refreshBundles(bundles, event -> refreshed.countDown());
		try {
			if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
				report.problem(Messages.not_refreshed);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Those that could not be started before are tried again: what they lacked may have come. */
	private void install(Map<PluginBundle, FileStamp> wanted, PluginReport once) {
		PluginStarter starter = new PluginStarter(this::install, this::isTaken, once);
		Map<Bundle, PluginBundle> plugins = new LinkedHashMap<>();
		wanted.forEach((plugin, stamp) -> installed(stamp).ifPresentOrElse(bundle -> plugins.put(bundle, plugin), () -> {
			Map<Bundle, PluginBundle> added = starter.install(List.of(plugin));
			added.keySet().forEach(bundle -> installed.put(bundle, stamp));
			plugins.putAll(added);
		}));
		List<Bundle> started = new ArrayList<>();
		plugins.forEach((bundle, plugin) -> {
			if (bundle.getState() == Bundle.ACTIVE || isStarted(starter, bundle, plugin, once)) {
				started.add(bundle);
			}
		});
		new ComponentProblems(once, FenceBackEnd.class.getClassLoader()).report(context, started);
	}

	private static boolean isStarted(PluginStarter starter, Bundle bundle, PluginBundle plugin, PluginReport once) {
		try {
			boolean started = starter.start(bundle, plugin);
			if (started) {
				starter.awaitServices(bundle, plugin);
			}
			return started;
		} catch (PluginCall.Hangs e) {
			e.tell(once);
			return false;
		}
	}

	private Optional<Bundle> installed(FileStamp stamp) {
		return installed.entrySet().stream().filter(entry -> entry.getValue().equals(stamp)).map(Map.Entry::getKey).findFirst();
	}

	private boolean isTaken(String symbolicName) {
		return Stream.of(context.getBundles()).anyMatch(bundle -> symbolicName.equals(bundle.getSymbolicName()) && !owns(bundle));
	}

	private Bundle install(PluginBundle plugin) throws BundleException {
		Path path = plugin.path();
		if (Files.isDirectory(path)) {
			return context.installBundle(plugin.location());
		}
		try (InputStream content = Files.newInputStream(path)) {
			return context.installBundle(plugin.location(), content);
		} catch (IOException e) {
			throw new BundleException(e.getMessage(), e);
		}
	}

	/** Takes all of them away. */
	@Override
	public synchronized void close() {
		ownBundles().toList().forEach(this::uninstall);
	}
}
