package org.palisade.devices;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/**
 * Which files are open, in preferences: their paths, in order.
 *
 * @param node where
 */
record OpenFiles(Preferences node) {

	static OpenFiles ofWorkspace() {
		return new OpenFiles(InstanceScope.INSTANCE.getNode("org.palisade.devices").node("files"));
	}

	List<Path> read() {
		List<Path> files = new ArrayList<>();
		for (String path = node.get("0", null); path != null; path = node.get(Integer.toString(files.size()), null)) {
			files.add(Path.of(path));
		}
		return files;
	}

	void write(List<Path> files) {
		try {
			node.clear();
			for (int i = 0; i < files.size(); i++) {
				node.put(Integer.toString(i), files.get(i).toString());
			}
			node.flush();
		} catch (BackingStoreException e) {
			// They are open until the workbench ends.
			ILog.of(OpenFiles.class).warn(Messages.files_not_kept, e);
		}
	}
}
