package org.palisade.acceptance.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running vcsim on a free port of the loopback address. It ends with this object, and if need be with the test's process. */
public final class VcSim implements Server, AutoCloseable {

	/** Has characters that a careless reader of {@code key=value} lines or an XML writer would stumble over. */
	private static final String PASSWORD = "canary=of the <mine> & \"co\"";

	private final Process process;
	private final URI url;

	private VcSim(Process process, URI url) {
		this.process = process;
		this.url = url;
	}

	/**
	 * Starts one and waits until it answers.
	 *
	 * @param flags as of vcsim; address, user name and password are given already
	 */
	public static VcSim start(String... flags) {
		List<String> words = new ArrayList<>(List.of(Lab.command("vcsim").toString(), "-l", "127.0.0.1:0", "-stdinexit", "-lifetime", "30m",
				"-username", "fencing", "-password", PASSWORD));
		words.addAll(Arrays.asList(flags));
		try {
			Process process = new ProcessBuilder(words).redirectError(Redirect.DISCARD).start();
			return new VcSim(process, url(process, words));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static URI url(Process process, List<String> words) throws IOException {
		BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		String line = reader.readLine();
		if (line == null || !line.startsWith("url=")) {
			process.destroyForcibly();
			throw new AssertionError("vcsim did not start: " + String.join(" ", words));
		}
		return URI.create(line.substring("url=".length()));
	}

	@Override
	public int port() {
		return url.getPort();
	}

	@Override
	public String username() {
		return "fencing";
	}

	@Override
	public String password() {
		return PASSWORD;
	}

	/** {@return a client that is not ours, logging in for each command} */
	public Govc govc() {
		return new Govc(url.toString(), username(), password());
	}

	@Override
	public void close() {
		process.destroy();
		try {
			if (!process.waitFor(10, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			process.destroyForcibly();
		}
	}
}
