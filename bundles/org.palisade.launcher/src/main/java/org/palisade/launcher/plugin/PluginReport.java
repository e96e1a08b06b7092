package org.palisade.launcher.plugin;

import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;

/** Is told of third-party bundles what a user has to know. */
public interface PluginReport {

	/**
	 * Something is not as it should be.
	 *
	 * @param text what, for the user, with what to do about it; names the bundle or the folder
	 */
	void problem(String text);

	/**
	 * A bundle is left out.
	 *
	 * @param name its symbolic name, or its file name when it has none
	 * @param path the jar or folder
	 * @param reason why, for the user
	 */
	default void unused(String name, Path path, String reason) {
		problem(NLS.bind(Messages.plugin_unused, new Object[] { name, path, reason }));
	}
}
