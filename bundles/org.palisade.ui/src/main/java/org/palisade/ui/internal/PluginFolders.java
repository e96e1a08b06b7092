package org.palisade.ui.internal;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.progress.UIJob;
import org.osgi.framework.BundleContext;
import org.palisade.launcher.plugin.PluginFolder;
import org.palisade.plugins.PluginService;
import org.palisade.ui.internal.command.Notification;

/** Where the workbench has its plug-ins from, and how it tells what is wrong with them. */
final class PluginFolders {

	/** Names another folder than that of the installation. */
	private static final String PROPERTY = "palisade.plugins.d";

	private PluginFolders() {
	}

	static PluginService open(BundleContext context) {
		// Equinox encodes nothing in its URLs, so that they are no URIs.
		Path home = new File(Platform.getInstallLocation().getURL().getPath()).toPath();
		String property = context.getProperty(PROPERTY);
		Path folder = property == null ? home.resolve(PluginFolder.NAME) : Path.of(property).toAbsolutePath();
		return PluginService.open(context, home, folder, PluginFolders::tell);
	}

	/** In the log at once, and to the user when the workbench is up. */
	private static void tell(String problem) {
		ILog.get().log(PalisadeUi.error(problem, null));
		new UIJob(Messages.plugin_problem) {
			@Override
			public IStatus runInUIThread(IProgressMonitor monitor) {
				Notification.show(Messages.plugin_problem, problem, List.of());
				return Status.OK_STATUS;
			}
		}.schedule();
	}
}
