package org.palisade.acceptance.support;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A workbench in a process of its own, used as a user does, through the driver that the platform has. What cannot be done yet is tried again for
 * a while. Closing it ends the process.
 */
public final class RunningWorkbench implements AutoCloseable {

	private static final Duration BOUND = Duration.ofSeconds(90);

	private final Running process;
	private final Socket socket;
	private final BufferedReader in;
	private final BufferedWriter out;

	private RunningWorkbench(Running process, Socket socket) throws IOException {
		this.process = process;
		this.socket = socket;
		this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
		this.out = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
	}

	/**
	 * Starts one and waits until its window is open.
	 *
	 * @param platform what is installed
	 * @param home an existing folder for the workspace and whatever else a user has
	 */
	public static RunningWorkbench start(EclipsePlatform platform, Path home) {
		Path port = home.resolve("port");
		try {
			Files.deleteIfExists(port);
			Running process = platform.command("-nosplash", "-consoleLog", "-data", home.resolve("workspace").toString())
					.inherit("DISPLAY").inherit("XAUTHORITY").environment("JAVA_TOOL_OPTIONS", "-Dpalisade.driver=" + port + " -Duser.home=" + home)
					.start();
			Await.until("the workbench is up", BOUND, () -> Files.exists(port) || !process.isAlive());
			if (!process.isAlive()) {
				throw new AssertionError("the workbench ended: " + process.outSoFar() + process.errSoFar());
			}
			return new RunningWorkbench(process, new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(Files.readString(port))));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Opens a perspective. */
	public void openPerspective(String id) {
		ask("perspective", id);
	}

	/** Begins a command once it is enabled. */
	public void begin(String command) {
		ask("command", command);
	}

	/** Selects the row that has this text in its first column. */
	public void select(String row) {
		ask("select", row);
	}

	/** Types into the field beside a label, or with this hint. */
	public void type(String label, String text) {
		ask("type", label, text);
	}

	/** Chooses an entry of the list beside a label. */
	public void choose(String label, String beginning) {
		ask("choose", label, beginning);
	}

	/** Presses a button. */
	public void press(String button) {
		ask("press", button);
	}

	/** {@return the first line on the screen that the regular expression matches, once there is one} The cells of a row have a bar between. */
	public String awaitLine(String expression) {
		return ask("await", expression).get(0);
	}

	/** Waits until the regular expression matches no line on the screen. */
	public void awaitNoLine(String expression) {
		ask("gone", expression);
	}

	/** Leaves a picture for whoever wants to look at it. */
	public void photograph(String name) {
		try {
			Path folder = Files.createDirectories(Path.of(System.getProperty("palisade.screenshots")));
			ask("screenshot", folder.resolve(name + ".png").toString());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** {@return what it has logged so far} */
	public String log() {
		return process.outSoFar() + process.errSoFar();
	}

	private List<String> ask(String... words) {
		try {
			out.write(String.join("\t", words) + "\n");
			out.flush();
			String verdict = in.readLine();
			List<String> lines = new ArrayList<>();
			for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
				lines.add(line);
			}
			if (!"ok".equals(verdict)) {
				throw new AssertionError(lines + "\n" + log());
			}
			return lines;
		} catch (IOException e) {
			throw new AssertionError("the workbench does not answer\n" + log(), e);
		}
	}

	@Override
	public void close() {
		try {
			socket.close();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} finally {
			process.close();
		}
	}
}
