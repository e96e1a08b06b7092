package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.VcenterSimulator;

/** The native library for TLS in an installed agent, and what happens where it cannot be used. */
class TlsEngineTest {

	private static final String NATIVE = "org.palisade.tls.boringssl.internal.BoringSslConnection ";
	private static final String PLATFORM = "sun.security.ssl.SSLSocketImpl ";

	@TempDir
	static Path temporary;

	private static InstalledAgent whole;
	private static VcenterSimulator simulator;
	private static Path certificate;

	@BeforeAll
	static void start() {
		assumeTrue(List.of("amd64", "aarch64").contains(System.getProperty("os.arch")), "there is no library for this architecture");
		whole = InstalledAgent.copyInto(temporary);
		certificate = temporary.resolve("certificate.pem");
		simulator = VcenterSimulator.start(whole, "--vms", "2", "--certificate-file", certificate.toString());
	}

	@AfterAll
	static void stop() {
		if (simulator != null) {
			simulator.close();
		}
	}

	/** What keeps the library from being used. */
	enum Obstacle {
		NONE {
			@Override
			Command applyTo(InstalledAgent agent, Command command) {
				return command;
			}
		},
		OPTION {
			@Override
			Command applyTo(InstalledAgent agent, Command command) {
				// Said below, together with the log of the classes.
				return command;
			}
		},
		NO_LIBRARY {
			@Override
			Command applyTo(InstalledAgent agent, Command command) throws IOException {
				for (Path library : libraries(agent)) {
					Files.delete(library);
				}
				return command;
			}
		},
		NOT_A_LIBRARY {
			@Override
			Command applyTo(InstalledAgent agent, Command command) throws IOException {
				for (Path library : libraries(agent)) {
					Files.writeString(library, "this is no library");
				}
				return command;
			}
		},
		NO_BUNDLE {
			@Override
			Command applyTo(InstalledAgent agent, Command command) throws IOException {
				for (String bundle : List.of("org.palisade.tls.boringssl.jar", "io.netty.tcnative-classes.jar")) {
					Files.delete(agent.folder().resolve("plugins").resolve(bundle));
					Path list = agent.folder().resolve("lib/palisade-bundles.sh");
					Files.writeString(list, Files.readString(list).replace(bundle, ""));
				}
				return command;
			}
		};

		abstract Command applyTo(InstalledAgent agent, Command command) throws IOException;

		private static List<Path> libraries(InstalledAgent agent) throws IOException {
			try (Stream<Path> files = Files.list(agent.folder().resolve("lib"))) {
				return files.filter(file -> file.toString().endsWith(".so")).toList();
			}
		}
	}

	private static Request status() {
		return Request.to(simulator).without("ssl_insecure").plug("node00001").action("status");
	}

	private static Outcome run(Obstacle obstacle, Request request, Path classes) throws IOException {
		InstalledAgent agent = whole.copyWithTimes(Files.createTempDirectory(temporary, "copy").resolve("agent"));
		Command command = obstacle.applyTo(agent, agent.command().input(request.lines()));
		String options = "-Xlog:class+load:file=" + classes + (obstacle == Obstacle.OPTION ? " -Dpalisade.tls=java" : "");
		return command.environment("PALISADE_JAVA_OPTIONS", options).run();
	}

	@ParameterizedTest
	@EnumSource
	void statusIsRightWithAndWithoutTheLibrary(Obstacle obstacle) throws IOException {
		Path classes = temporary.resolve("classes");
		Check.statusIsOn(run(obstacle, status().with("ssl_ca_file", certificate), classes));

		String loaded = Files.readString(classes);
		assertEquals(obstacle == Obstacle.NONE, loaded.contains(NATIVE), "by the library");
		assertEquals(obstacle != Obstacle.NONE, loaded.contains(PLATFORM), "by the platform");
	}

	@Test
	void anUntrustedServerIsRefusedInTheSameWords() throws IOException {
		Outcome byLibrary = run(Obstacle.NONE, status(), temporary.resolve("classes"));
		Outcome byPlatform = run(Obstacle.OPTION, status(), temporary.resolve("classes"));

		assertEquals(1, byLibrary.exit(), byLibrary::all);
		assertTrue(byLibrary.err().contains("ssl_fingerprint="), byLibrary::all);
		assertEquals(byPlatform.err(), byLibrary.err());
		assertEquals(byPlatform.exit(), byLibrary.exit());
	}

	@Test
	void theLibrariesCannotBeReplacedByOthers() throws IOException {
		List<Path> libraries = Obstacle.libraries(whole);
		assertEquals(2, libraries.size(), libraries::toString);
		for (Path library : libraries) {
			assertTrue(Files.getPosixFilePermissions(library).stream().noneMatch(p -> p.name().equals("GROUP_WRITE") || p.name().equals("OTHERS_WRITE")),
					library::toString);
		}
	}
}
