package org.palisade.ui.driver.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IStartup;

/** Begins to listen when the workbench is up, if a test has asked for it: the system property names the file that gets the port. */
public final class DriverStartup implements IStartup {

	private static final String PORT_FILE = "palisade.driver";

	@Override
	public void earlyStartup() {
		String file = System.getProperty(PORT_FILE);
		if (file == null) {
			return;
		}
		try {
			ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
			Thread thread = new Thread(new DriverServer(socket), "Driver of the workbench");
			thread.setDaemon(true);
			thread.start();
			tell(Path.of(file), socket.getLocalPort());
		} catch (IOException e) {
			ILog.get().error("nobody can drive this workbench", e);
		}
	}

	/** In one step, so that nobody reads half a number. */
	private static void tell(Path file, int port) throws IOException {
		Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), Integer.toString(port));
		Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
	}
}
