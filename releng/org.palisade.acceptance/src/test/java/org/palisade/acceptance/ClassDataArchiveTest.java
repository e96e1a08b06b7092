package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.Running;
import org.palisade.acceptance.support.StubBackEndBundle;

/** The class data archive: used where it fits, and never in the way of a right answer. */
class ClassDataArchiveTest {

	private static final Duration BOUND = Duration.ofSeconds(300);
	/** A class of ours, as the log of the virtual machine tells where it came from. */
	private static final String FROM_ARCHIVE = "org.palisade.core.engine.FenceEngine source: shared objects file";

	/** A class that the framework needs to resolve bundles. */
	private static final String RESOLVES = "org.apache.felix.resolver.Candidates ";
	/** What the name of the state's folder has beyond that of the archive. */
	private static final String STATE = ".fence_vmware";

	@TempDir
	Path temporary;

	private InstalledAgent agent;
	private Path archives;

	@BeforeEach
	void install() {
		// Java 17 archives no class of a jar with a blank in its path.
		agent = InstalledAgent.copyInto(temporary).copyWithTimes(temporary.resolve("agent"));
		archives = agent.folder().resolve("archive");
	}

	private Command archiver(String... arguments) {
		Command command = new Command(agent.folder().resolve("bin/make-class-data-archive").toString());
		for (String argument : arguments) {
			command.argument(argument);
		}
		return command;
	}

	private Path makeArchive() throws IOException {
		String told = archiver().run(BOUND).require();
		assertTrue(told.contains("made " + archives), told);
		return onlyArchive();
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(archives)) {
			return files.filter(file -> !file.endsWith("lock")).toList();
		}
	}

	private Path onlyArchive() throws IOException {
		List<Path> found = archives();
		assertEquals(1, found.size(), found::toString);
		assertEquals(3, files().size(), () -> "an archive, its stamp and the state of the framework");
		return found.get(0);
	}

	private List<Path> archives() throws IOException {
		return files().stream().filter(file -> !file.toString().endsWith(".stamp") && !file.toString().endsWith(STATE)).toList();
	}

	private static Path stateOf(Path archive) {
		return Path.of(archive + STATE);
	}

	/** The answer has to be right in every case; returns whether the archive was used for it. */
	private boolean usesArchive() throws IOException {
		return usesArchive(agent.command("-o", "metadata"));
	}

	private boolean usesArchive(Command metadata) throws IOException {
		return classesLoaded(metadata).contains(FROM_ARCHIVE);
	}

	/** The answer has to be right in every case; returns whether nothing had to be resolved for it. */
	private boolean usesState() throws IOException {
		return !classesLoaded(agent.command("-o", "metadata")).contains(RESOLVES);
	}

	private String classesLoaded(Command metadata) throws IOException {
		// Not below the folder of the test: the list of options of the virtual machine is split at blanks.
		Path log = Files.createTempFile("palisade-classes", ".log");
		try {
			Outcome outcome = metadata.environment("PALISADE_JAVA_OPTIONS", "-Xlog:class+load:file=" + log).run();
			assertEquals(0, outcome.exit(), outcome::all);
			assertTrue(outcome.out().startsWith("<?xml"), outcome::all);
			assertTrue(outcome.out().strip().endsWith("</resource-agent>"), outcome::all);
			assertEquals("", outcome.err());
			String loaded = Files.readString(log);
			assertTrue(loaded.contains("org.palisade.core.engine.FenceEngine "), "the class was not loaded at all");
			return loaded;
		} finally {
			Files.delete(log);
		}
	}

	@Test
	void withoutItTheAgentWorksAndMakesNone() throws IOException {
		assertFalse(usesArchive());
		assertFalse(Files.exists(archives));
	}

	@Test
	void isUsedOnceItIsMade() throws IOException {
		Path archive = makeArchive();

		assertTrue(usesArchive());
		assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)));
		assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(archives)));
	}

	@Test
	void isMadeByTheInstallerUnlessItFits() throws IOException {
		Path sbin = Files.createDirectory(temporary.resolve("sbin"));
		Command installer = new Command(agent.folder().resolve("bin/install-agents").toString(), "--directory", sbin.toString());
		installer.run(BOUND).require();
		FileTime made = Files.getLastModifiedTime(onlyArchive());

		assertTrue(usesArchive(new Command(sbin.resolve("fence_vmware").toString(), "-o", "metadata")));
		installer.run(BOUND).require();
		assertEquals(made, Files.getLastModifiedTime(onlyArchive()));
	}

	@Test
	void isNotUsedForOtherJarsAndIsMadeAnew() throws IOException {
		makeArchive();
		Path jar = agent.folder().resolve("plugins/org.palisade.core.jar");

		Files.setLastModifiedTime(jar, FileTime.fromMillis(System.currentTimeMillis() + 3_600_000));
		assertFalse(usesArchive());
		// Older than the archive, as a package of another version is: the Java virtual machine itself has to notice.
		Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
		assertFalse(usesArchive());
		makeArchive();
		assertTrue(usesArchive());
	}

	@Test
	void isNotUsedInAnotherFolder() throws IOException {
		makeArchive();
		InstalledAgent copy = agent.copyWithTimes(temporary.resolve("copy"));
		assertFalse(usesArchive(copy.command("-o", "metadata")));
		assertTrue(usesArchive());

		Path moved = Files.move(agent.folder(), temporary.resolve("moved"));
		assertFalse(usesArchive(new Command(moved.resolve("bin/fence_vmware").toString(), "-o", "metadata")));
	}

	enum Damage {
		BLOCKS {
			@Override
			void inflict(RandomAccessFile file) throws IOException {
				for (long at = 1_000_000; at < file.length() - 1_000; at += 50_000) {
					file.seek(at);
					int old = file.read();
					file.seek(at);
					file.write(~old);
				}
			}
		},
		HEADER {
			@Override
			void inflict(RandomAccessFile file) throws IOException {
				file.write(new byte[4096]);
			}
		},
		CUT_OFF {
			@Override
			void inflict(RandomAccessFile file) throws IOException {
				file.setLength(file.length() / 3);
			}
		},
		EMPTY {
			@Override
			void inflict(RandomAccessFile file) throws IOException {
				file.setLength(0);
			}
		};

		abstract void inflict(RandomAccessFile file) throws IOException;
	}

	@ParameterizedTest
	@EnumSource
	void isNotUsedWhenItIsDamaged(Damage damage) throws IOException {
		Path archive = makeArchive();
		FileTime made = Files.getLastModifiedTime(archive);
		try (var file = new RandomAccessFile(archive.toFile(), "rw")) {
			damage.inflict(file);
		}
		assertFalse(usesArchive());

		if (damage == Damage.BLOCKS || damage == Damage.HEADER) {
			// As a failing disk does it: without a trace in the time. The checksums have to tell.
			Files.setLastModifiedTime(archive, made);
			assertFalse(usesArchive());
		}
	}

	@Test
	void isNotUsedWhenAnotherJavaMadeIt() throws IOException {
		Path archive = makeArchive();
		Optional<Path> other = javaBeside(archive);
		assumeTrue(other.isPresent(), "only one Java is installed in /usr/lib/jvm");
		archiver().environment("PALISADE_JAVA", other.get().toString()).run(BOUND).require();
		Path others = archives().stream().filter(file -> !file.equals(archive)).findFirst().orElseThrow();
		assertTrue(usesArchive(agent.command("-o", "metadata").environment("PALISADE_JAVA", other.get().toString())));
		assertTrue(usesArchive());

		FileTime made = Files.getLastModifiedTime(archive);
		Files.copy(others, archive, StandardCopyOption.REPLACE_EXISTING);
		Files.setLastModifiedTime(archive, made);
		assertFalse(usesArchive());
	}

	/** A Java of this machine, new enough, that the archive is not for: an archive is named by the folder of its Java. */
	private static Optional<Path> javaBeside(Path archive) throws IOException {
		try (Stream<Path> folders = Files.list(Path.of("/usr/lib/jvm"))) {
			return folders.filter(folder -> !Files.isSymbolicLink(folder) && Files.isExecutable(folder.resolve("bin/java")))
					.filter(folder -> !archive.getFileName().toString().contains(folder.getFileName() + "="))
					.filter(folder -> isNewEnough(folder)).findFirst();
		}
	}

	private static boolean isNewEnough(Path java) {
		return new Command(java.resolve("bin/java").toString(), "-version").run().err().matches("(?s).*version \"(1[7-9]|[2-9][0-9])\\b.*");
	}

	@Test
	void isNotUsedWhenSomebodyElseOwnsIt() throws IOException {
		assumeTrue("root".equals(System.getProperty("user.name")), "only root can give a file away");
		Path archive = makeArchive();

		new Command("chown", "65534", archive.toString()).run().require();
		assertFalse(usesArchive());
	}

	@Test
	void isNotMadeWhereOthersCanWrite() throws IOException {
		Files.createDirectory(archives);
		Files.setPosixFilePermissions(archives, PosixFilePermissions.fromString("rwxrwxrwx"));

		Outcome outcome = archiver().run(BOUND);
		assertEquals(1, outcome.exit(), outcome::all);
		assertTrue(outcome.err().contains("chmod go-w '" + archives + "'"), outcome::all);
		assertFalse(usesArchive());
	}

	@Test
	void isNotMadeByThoseWhoMayOnlyRead() throws IOException {
		assumeTrue("root".equals(System.getProperty("user.name")), "only root can become somebody else");
		makeArchive();
		Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));

		Outcome archiver = asNobody(agent.folder().resolve("bin/make-class-data-archive").toString());
		assertEquals(1, archiver.exit(), archiver::all);
		assertTrue(archiver.err().contains("cannot write to " + archives), archiver::all);
		Outcome metadata = asNobody(agent.folder().resolve("bin/fence_vmware").toString(), "-o", "metadata");
		assertTrue(metadata.out().startsWith("<?xml"), metadata::all);
		assertEquals("", metadata.err());
	}

	private static Outcome asNobody(String... words) {
		Command command = new Command("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
		for (String word : words) {
			command.argument(word);
		}
		return command.run();
	}

	@Test
	void theFrameworkTakesItsStateFromBesideIt() throws IOException {
		assertFalse(usesState());
		Path state = stateOf(makeArchive());

		assertTrue(usesState());
		assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(state)));
		for (Path file : filesBelow(state)) {
			assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file::toString);
		}
	}

	@Test
	void nothingIsWrittenToTheState() throws IOException {
		Path state = stateOf(makeArchive());
		List<String> before = contents(state);

		assertTrue(usesState());
		assertEquals(before, contents(state));
	}

	@Test
	void theStateOfOtherJarsIsNotUsed() throws IOException {
		makeArchive();
		Path jar = agent.folder().resolve("plugins/org.palisade.core.jar");

		// Older than the state, as a package of another version is.
		Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
		assertFalse(usesState());
		makeArchive();
		assertTrue(usesState());
	}

	enum LostState {
		GONE {
			@Override
			void inflict(Path information) throws IOException {
				Files.delete(information);
			}
		},
		EMPTY {
			@Override
			void inflict(Path information) throws IOException {
				Files.write(information, new byte[0]);
			}
		},
		CUT_OFF {
			@Override
			void inflict(Path information) throws IOException {
				byte[] content = Files.readAllBytes(information);
				Files.write(information, Arrays.copyOf(content, content.length / 2));
			}
		},
		FLIPPED {
			@Override
			void inflict(Path information) throws IOException {
				byte[] content = Files.readAllBytes(information);
				for (int at = 100; at < content.length; at += 997) {
					content[at] ^= 0x55;
				}
				Files.write(information, content);
			}
		};

		abstract void inflict(Path information) throws IOException;
	}

	@ParameterizedTest
	@EnumSource
	void aStateThatIsLostIsNotMissed(LostState loss) throws IOException {
		Path state = stateOf(makeArchive());
		loss.inflict(state.resolve("org.eclipse.osgi/framework.info.1"));

		assertFalse(usesState());
		assertTrue(usesArchive());
	}

	@Test
	void aStateThatSomebodyElseOwnsIsNotUsed() throws IOException {
		assumeTrue("root".equals(System.getProperty("user.name")), "only root can give a folder away");
		Path state = stateOf(makeArchive());

		new Command("chown", "65534", state.toString()).run().require();
		assertFalse(usesState());
	}

	private static List<Path> filesBelow(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).sorted().toList();
		}
	}

	private static List<String> contents(Path folder) throws IOException {
		List<String> contents = new ArrayList<>();
		for (Path file : filesBelow(folder)) {
			contents.add(folder.relativize(file) + " " + Files.getLastModifiedTime(file) + " " + Arrays.hashCode(Files.readAllBytes(file)));
		}
		return contents;
	}

	@Test
	void severalMayMakeItAtOnce() throws IOException {
		try (Running first = archiver().start(); Running second = archiver().start()) {
			assertEquals(0, first.await(BOUND).exit());
			assertEquals(0, second.await(BOUND).exit());
		}
		onlyArchive();
		assertTrue(usesArchive());
	}

	@Test
	void bundlesOfOthersWorkWithIt() throws IOException {
		makeArchive();
		new StubBackEndBundle(agent, "org.example.teststub").build(temporary.resolve("stub"), agent.plugins().resolve("stub.jar"));
		Path machines = Files.createDirectory(temporary.resolve("machines"));
		Files.writeString(machines.resolve("node1"), "ON");

		assertTrue(usesArchive());
		Check.statusIsOn(agent.command("-d", "teststub", "--stub-folder", machines.toString(), "-n", "node1", "-o", "status").run());
	}
}
