package org.palisade.acceptance.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The commands of {@code releng/lab}, built once for all tests. */
public final class Lab {

	/** The first build downloads the SDK and compiles its types, all of vSphere's. */
	private static final Duration BUILD_BOUND = Duration.ofMinutes(15);

	private static Outcome build;

	private Lab() {
	}

	/**
	 * {@return the executable of that name} To be asked for by tests that need {@link RealPart#GO}.
	 *
	 * @param name {@code vcsim} or {@code govc}
	 */
	public static synchronized Path command(String name) {
		if (build == null) {
			build = build();
		}
		build.require();
		return folder().resolve(name);
	}

	private static Outcome build() {
		try {
			Files.createDirectories(folder());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		Command command = new Command("go", "-C", System.getProperty("palisade.lab"), "build", "-o", folder() + "/", "./...");
		for (String variable : new String[] { "GOPATH", "GOCACHE", "GOMODCACHE", "GOPROXY", "GOSUMDB", "GONOSUMDB", "GOFLAGS",
				"HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "https_proxy", "http_proxy", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR" }) {
			command.inherit(variable);
		}
		// Not every distribution leaves this, the default of Go itself, as it is.
		command.environment("GOTOOLCHAIN", "auto");
		return command.run(BUILD_BOUND);
	}

	private static Path folder() {
		return Path.of(System.getProperty("palisade.lab.commands"));
	}
}
