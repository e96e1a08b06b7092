package org.palisade.resident.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketFileTest {

	@TempDir
	Path temporary;

	private static String permissions(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

	@Test
	void isForItsOwnerAloneAndGoesAtTheEnd() throws IOException {
		Path path = temporary.resolve("run/agent.sock");
		try (SocketFile socket = SocketFile.open(path)) {
			assertTrue(socket.channel().isOpen());
			assertEquals("rwx------", permissions(path.getParent()));
			assertEquals("rw-------", permissions(path));
			assertEquals("rw-------", permissions(path.resolveSibling("agent.sock.lock")));
		}
		assertFalse(Files.exists(path));
	}

	@Test
	void takesThePlaceOfOneThatWasLeftBehind() throws IOException {
		Path path = folder("rwx------").resolve("agent.sock");
		try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			killed.bind(UnixDomainSocketAddress.of(path));
		}
		assertTrue(Files.exists(path));
		try (SocketFile socket = SocketFile.open(path); SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
			assertTrue(client.isConnected());
		}
	}

	@Test
	void leavesALivingOneAlone() throws IOException {
		Path path = temporary.resolve("run/agent.sock");
		try (SocketFile socket = SocketFile.open(path)) {
			// Within one Java the lock is an exception; between two it is the message.
			assertThrows(Exception.class, () -> SocketFile.open(path));
			try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
				assertTrue(client.isConnected());
			}
		}
	}

	@Test
	void aFolderThatOthersMayEnterIsRefused() throws IOException {
		for (String permissions : new String[] { "rwx--x---", "rwxrwxrwx", "rwx---r--" }) {
			Path folder = Files.createDirectory(temporary.resolve(permissions));
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
			assertTrue(assertThrows(IOException.class, () -> SocketFile.open(folder.resolve("agent.sock"))).getMessage().contains("chmod 700"));
		}
	}

	@Test
	void aLinkToAFolderIsRefused() throws IOException {
		Path link = Files.createSymbolicLink(temporary.resolve("link"), folder("rwx------"));

		assertThrows(IOException.class, () -> SocketFile.open(link.resolve("agent.sock")));
	}

	@Test
	void anotherFileIsNotRemoved() throws IOException {
		Path file = Files.writeString(folder("rwx------").resolve("agent.sock"), "precious");

		assertThrows(IOException.class, () -> SocketFile.open(file));
		assertEquals("precious", Files.readString(file));
	}

	private Path folder(String permissions) throws IOException {
		Path folder = Files.createDirectory(temporary.resolve("private"));
		return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
	}
}
