package org.palisade.launcher.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTrustTest {

	private static final int SOMEBODY = 4321;

	@TempDir
	Path folder;
	private Path file;
	private FileTrust trust;

	@BeforeEach
	void create() throws IOException {
		file = Files.createFile(folder.resolve("bundle.jar"));
		mode(file, "rw-r--r--");
		mode(folder, "rwxr-xr-x");
		trust = FileTrust.forInstallation(folder);
	}

	private static void mode(Path path, String permissions) throws IOException {
		Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
	}

	@Test
	void own_file_that_only_its_owner_writes_is_trusted() {
		assertEquals(Optional.empty(), trust.problem(file));
	}

	@Test
	void group_may_not_write() throws IOException {
		mode(file, "rw-rw-r--");
		assertTrue(trust.problem(file).orElseThrow().endsWith("chmod g-w " + file.toRealPath()), trust.problem(file)::get);
	}

	@Test
	void others_may_not_write() throws IOException {
		mode(file, "rw-r--rw-");
		assertTrue(trust.problem(file).orElseThrow().endsWith("chmod o-w " + file.toRealPath()), trust.problem(file)::get);
	}

	@Test
	void anybody_may_not_write() throws IOException {
		mode(file, "rw-rw-rw-");
		assertTrue(trust.problem(file).orElseThrow().endsWith("chmod go-w " + file.toRealPath()), trust.problem(file)::get);
	}

	@Test
	void a_stranger_may_not_own() throws IOException {
		int owner = (Integer) Files.getAttribute(file, "unix:uid");
		if (owner == 0) {
			// Root is always trusted, but root can give the file away.
			Files.setAttribute(file, "unix:uid", SOMEBODY);
			owner = SOMEBODY;
		}
		String problem = new FileTrust(Set.of()).problem(file).orElseThrow();
		assertTrue(problem.contains("user id " + owner + ","), problem);
	}

	@Test
	void what_a_link_leads_to_counts_and_the_folder_around_it() throws IOException {
		Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
		Path target = Files.createFile(elsewhere.resolve("target.jar"));
		mode(target, "rw-r--r--");
		mode(elsewhere, "rwxr-xr-x");
		Path link = Files.createSymbolicLink(folder.resolve("link.jar"), target);
		assertEquals(Optional.empty(), trust.problem(link));

		mode(elsewhere, "rwxrwxrwx");
		assertTrue(trust.problem(link).orElseThrow().contains(elsewhere.toRealPath().toString()));
	}

	@Test
	void every_folder_on_the_way_counts() throws IOException {
		Path parent = Files.createDirectory(folder.resolve("parent"));
		Path child = Files.createDirectory(parent.resolve("child"));
		Path inside = Files.createFile(child.resolve("inside.jar"));
		mode(inside, "rw-r--r--");
		mode(child, "rwxr-xr-x");
		mode(parent, "rwxr-xr-x");
		assertEquals(Optional.empty(), trust.problem(inside));

		mode(parent, "rwxrwxr-x");
		assertTrue(trust.problem(inside).orElseThrow().endsWith("chmod g-w " + parent.toRealPath()), trust.problem(inside)::get);
		mode(parent, "rwxr-xrwx");
		assertTrue(trust.problem(inside).orElseThrow().endsWith("chmod o-w " + parent.toRealPath()), trust.problem(inside)::get);
	}

	@Test
	void a_sticky_folder_may_be_passed_but_hold_nothing() throws IOException {
		Files.setAttribute(folder, "unix:mode", 01777);
		assertEquals(Optional.empty(), trust.problem(file));
		assertTrue(trust.problem(folder).isPresent());
	}

	@Test
	void every_link_of_a_chain_counts() throws IOException {
		Path open = Files.createDirectory(folder.resolve("open"));
		Path between = Files.createSymbolicLink(open.resolve("between.jar"), file);
		Path first = Files.createSymbolicLink(folder.resolve("first.jar"), Path.of("open", "..", "open", "between.jar"));
		mode(open, "rwxr-xr-x");
		assertEquals(Optional.empty(), trust.problem(first));

		mode(open, "rwxrwxrwx");
		assertTrue(trust.problem(first).orElseThrow().contains(open.toRealPath().toString()), trust.problem(first)::get);
		assertTrue(trust.problem(between).isPresent());
	}

	@Test
	void links_in_a_circle_are_a_problem_not_a_failure() throws IOException {
		Path link = Files.createSymbolicLink(folder.resolve("circle.jar"), Path.of("circle.jar"));
		assertTrue(trust.problem(link).isPresent());
	}

	@Test
	void a_folder_is_as_good_as_its_worst_file() throws IOException {
		assertEquals(Optional.empty(), trust.problemWithin(folder));
		mode(file, "rw-rw-r--");
		assertTrue(trust.problemWithin(folder).orElseThrow().contains(file.toRealPath().toString()));
	}

	@Test
	void a_dangling_link_is_a_problem_not_a_failure() throws IOException {
		Path link = Files.createSymbolicLink(folder.resolve("link.jar"), folder.resolve("gone.jar"));
		assertTrue(trust.problem(link).isPresent());
	}
}
