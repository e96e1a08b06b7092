package org.palisade.acceptance.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of {@code releng/lab}, built once for all tests. */
public final class Lab {

	/** The first build downloads the SDK and compiles its types, all of vSphere's. */
	private static final Duration BUILD_BOUND = Duration.ofMinutes(15);

	private static Outcome build;

	private Lab() {
	}

	/**
	 * {@return the executable of that name} A machine without Go skips the test; a lab that does not build is a failure.
	 *
	 * @param name {@code vcsim} or {@code govc}
	 */
	public static synchronized Path command(String name) {
		assumeTrue(isGoInstalled(), "Go 1.25 or newer is not installed: no vcsim to test against");
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

	/** {@return whether there is a Go that builds the lab, or can obtain the version that does, as it can since 1.21} */
	private static boolean isGoInstalled() {
		if (!Tools.isOnPath("go")) {
			return false;
		}
		Matcher version = Pattern.compile("go1\\.(\\d+)").matcher(new Command("go", "env", "GOVERSION").run().out());
		return version.find() && Integer.parseInt(version.group(1)) >= 21;
	}

	private static Path folder() {
		return Path.of(System.getProperty("palisade.lab.commands"));
	}
}
