package org.palisade.plugins;

import java.nio.file.Path;

import org.osgi.framework.BundleContext;
import org.palisade.launcher.plugin.PluginFolder;
import org.palisade.launcher.plugin.PluginReport;
import org.palisade.plugins.internal.FolderBundles;
import org.palisade.plugins.internal.FolderWatch;
import org.palisade.plugins.internal.ServiceBundles;

/**
 * Starts the bundles whose components serve fencing, whoever has installed them, and installs those that lie in a folder for as long as they lie there.
 * The rules are those of the agent's folder: nothing is loaded that others could have written, and no bundle takes the name of another.
 */
public final class PluginService implements AutoCloseable {

	private final ServiceBundles serviceBundles;
	private final FolderBundles folderBundles;
	private final FolderWatch watch;

	private PluginService(ServiceBundles serviceBundles, FolderBundles folderBundles, FolderWatch watch) {
		this.serviceBundles = serviceBundles;
		this.folderBundles = folderBundles;
		this.watch = watch;
	}

	/**
	 * Begins. Returns at once; the folder is read by a thread of its own.
	 *
	 * @param context of a bundle that lives as long as this
	 * @param home the installation, whose owner is trusted
	 * @param folder the folder; it may come later, or never
	 * @param report told, by any thread, of each bundle that cannot be used
	 */
	public static PluginService open(BundleContext context, Path home, Path folder, PluginReport report) {
		FolderBundles folderBundles = new FolderBundles(context, new PluginFolder(home, folder), report);
		ServiceBundles serviceBundles = new ServiceBundles(context, folderBundles::owns, report);
		serviceBundles.open();
		FolderWatch watch = new FolderWatch(folder, folderBundles::update, report);
		watch.start();
		return new PluginService(serviceBundles, folderBundles, watch);
	}

	/** Ends, and takes away what came from the folder. */
	@Override
	public void close() {
		watch.close();
		serviceBundles.close();
		folderBundles.close();
	}
}
