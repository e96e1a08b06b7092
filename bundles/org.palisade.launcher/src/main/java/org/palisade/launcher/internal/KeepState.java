package org.palisade.launcher.internal;

import java.io.IOException;
import java.util.Arrays;

import org.osgi.framework.BundleException;

/**
 * What prepares an installation for its Java calls this in the place of {@link Main}: makes the folder that {@value Main#STATE} names and goes on as
 * {@link Main} with it, so that the classes of both ways to start are loaded in one process. Fails with an exception, for it is called by a script of ours.
 */
public final class KeepState {

	private KeepState() {
	}

	/**
	 * Keeps the state and runs an application.
	 *
	 * @param arguments the application for which the state is, and what follows is for the one that is to run
	 */
	public static void main(String[] arguments) throws BundleException, IOException, InterruptedException {
		EmbeddedFramework.keep(Main.home(), KeepState.class.getClassLoader(), arguments[0], Main.state().orElseThrow());
		Main.main(Arrays.copyOfRange(arguments, 1, arguments.length));
	}
}
