package org.palisade.acceptance.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the machine has. */
public final class Tools {

	private Tools() {
	}

	/** {@return whether a program of that name is on the search path} */
	public static boolean isOnPath(String program) {
		for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
			if (Files.isExecutable(Path.of(folder, program))) {
				return true;
			}
		}
		return false;
	}
}
