package org.palisade.ui.driver.internal;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.ILog;

/**
 * Answers one client after the other. A request is a line, a verb and its arguments with tabs between. The answer begins with {@code ok} or
 * {@code error} in a line of its own, and ends with an empty line.
 */
final class DriverServer implements Runnable {

	private final ServerSocket socket;

	DriverServer(ServerSocket socket) {
		this.socket = socket;
	}

	@Override
	public void run() {
		while (true) {
			try (Socket client = socket.accept()) {
				serve(client);
			} catch (IOException e) {
				ILog.get().error("a client of the driver is lost", e);
			}
		}
	}

	private static void serve(Socket client) throws IOException {
		try (BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
				BufferedWriter out = new BufferedWriter(new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8))) {
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				out.write(answer(Arrays.asList(line.split("\t"))));
				out.flush();
			}
		}
	}

	private static String answer(List<String> request) {
		try {
			StringBuilder answer = new StringBuilder("ok\n");
			for (String line : Actions.carryOut(request.get(0), request.subList(1, request.size()))) {
				line.lines().filter(part -> !part.isBlank()).forEach(part -> answer.append(part).append('\n'));
			}
			return answer.append('\n').toString();
		} catch (RuntimeException e) {
			return "error\n" + String.join(" ", request) + ": " + String.valueOf(e.getMessage()).replace('\n', ' ') + "\n\n";
		}
	}
}
