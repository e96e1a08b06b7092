package org.palisade.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {

	@TempDir
	Path folder;

	private Path write(byte[] content) throws IOException {
		return Files.write(folder.resolve("cluster.conf"), content);
	}

	@Test
	void keepsTheModeAndLeavesABackup() throws Exception {
		Path path = write("old".getBytes(StandardCharsets.UTF_8));
		Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
		Path backup = ConfigurationFile.read(path).replace("new \u00e4");
		assertEquals("new \u00e4", Files.readString(path));
		assertEquals("old", Files.readString(backup));
		assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
		assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
		Path second = ConfigurationFile.read(path).replace("newer");
		assertEquals("cluster.conf.bak.1", second.getFileName().toString());
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(3, left.count());
		}
	}

	@Test
	void replacesAgainWithoutAnotherBackup() throws Exception {
		Path path = write("old".getBytes(StandardCharsets.UTF_8));
		Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
		ConfigurationFile.read(path).replaceAgain("new");
		assertEquals("new", Files.readString(path));
		assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(1, left.count());
		}
	}

	@Test
	void keepsTheOwner() throws Exception {
		Path path = write("old".getBytes(StandardCharsets.UTF_8));
		assumeTrue(Files.getAttribute(path, "unix:uid").equals(0), "only root can give a file to somebody else");
		Files.setAttribute(path, "unix:uid", 12345);
		Files.setAttribute(path, "unix:gid", 23456);
		Path backup = ConfigurationFile.read(path).replace("new");
		for (Path file : new Path[] { path, backup }) {
			assertEquals(12345, Files.getAttribute(file, "unix:uid"));
			assertEquals(23456, Files.getAttribute(file, "unix:gid"));
		}
	}

	@Test
	void followsALinkAndKeepsIt() throws Exception {
		Path path = write("old".getBytes(StandardCharsets.UTF_8));
		Path link = Files.createSymbolicLink(folder.resolve("link"), path);
		ConfigurationFile.read(link).replace("new");
		assertTrue(Files.isSymbolicLink(link));
		assertEquals("new", Files.readString(path));
	}

	@Test
	void doesNotOverwriteWhatSomebodyElseChanged() throws Exception {
		Path path = write("old".getBytes(StandardCharsets.UTF_8));
		ConfigurationFile file = ConfigurationFile.read(path);
		Files.writeString(path, "by somebody else");
		assertThrows(IOException.class, () -> file.replace("new"));
		assertEquals("by somebody else", Files.readString(path));
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(1, left.count());
		}
	}

	@Test
	void keepsTheEncoding() throws Exception {
		byte[] latin = "<?xml version='1.0' encoding='ISO-8859-1'?><a x='\u00e4'/>".getBytes(StandardCharsets.ISO_8859_1);
		Path path = write(latin);
		ConfigurationFile file = ConfigurationFile.read(path);
		assertTrue(file.text().contains("\u00e4"));
		file.replace(file.text().replace("\u00e4", "\u00f6"));
		assertArrayEquals(new String(latin, StandardCharsets.ISO_8859_1).replace("\u00e4", "\u00f6").getBytes(StandardCharsets.ISO_8859_1),
				Files.readAllBytes(path));
		ConfigurationFile again = ConfigurationFile.read(path);
		assertThrows(IOException.class, () -> again.replace("\u4e2d"));
	}

	@Test
	void keepsAByteOrderMark() throws Exception {
		Path path = write("\ufeff<cluster/>".getBytes(StandardCharsets.UTF_8));
		ConfigurationFile file = ConfigurationFile.read(path);
		assertEquals("<cluster/>", file.text());
		file.replace("<cluster name='a'/>");
		assertEquals("\ufeff<cluster name='a'/>", Files.readString(path));
	}

	@Test
	void refusesWhatIsNoText() throws Exception {
		Path path = write(new byte[] { 'a', (byte) 0xff, 'b' });
		assertThrows(IOException.class, () -> ConfigurationFile.read(path));
		assertThrows(IOException.class, () -> ConfigurationFile.read(folder));
		assertThrows(IOException.class,
				() -> ConfigurationFile.readText(new ByteArrayInputStream("<?xml version='1.0' encoding='EBCDIC-X'?>".getBytes(StandardCharsets.UTF_8))));
	}

	@Test
	void aNewFileIsForItsOwnerAlone() throws Exception {
		Path path = folder.resolve("new.xml");
		ConfigurationFile.create(path, "text");
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
		assertThrows(FileAlreadyExistsException.class, () -> ConfigurationFile.create(path, "text"));
	}
}
