package org.palisade.acceptance.support;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * pcs, working on a file: the installed one, or the one that was unpacked for the tests, which looks for its own schemas where the package
 * would have put them unless it is told.
 */
public final class Pcs {

	private static final String START = "import sys, pcs.settings\npcs.settings.pcs_data_dir = sys.argv.pop(1)\nfrom pcs import app\napp.main(sys.argv[1:])";

	private Pcs() {
	}

	static boolean isPresent() {
		return RealPart.isOnPath("pcs") || Files.isDirectory(libraries());
	}

	private static Path unpacked() {
		return Path.of(System.getProperty("palisade.pcs")).toAbsolutePath().normalize();
	}

	private static Path libraries() {
		return unpacked().resolve("usr/lib/python3/dist-packages/pcs");
	}

	/** {@return a command of pcs that works on a CIB in a file; its arguments are to be added} */
	public static Command on(Path cib) {
		Command command = RealPart.isOnPath("pcs") ? new Command("pcs")
				: new Command("/usr/bin/python3", "-c", START, unpacked().resolve("usr/share/pcs/data").toString()).environment("PYTHONPATH",
						libraries().getParent().toString());
		return command.environment("LC_ALL", "C.UTF-8").argument("-f").argument(cib.toString());
	}
}
