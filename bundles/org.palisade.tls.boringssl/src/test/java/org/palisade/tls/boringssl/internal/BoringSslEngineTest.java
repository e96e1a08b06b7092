package org.palisade.tls.boringssl.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.transport.tls.CertificateCheck;
import org.palisade.transport.tls.TlsConnection;
import org.palisade.transport.tls.TlsFailure;

@Timeout(120)
class BoringSslEngineTest {

	private static final int ROUNDS = 150;
	private static final CertificateCheck CONSENT = chain -> {
	};

	@TempDir
	static Path folder;

	private static EchoServer server;
	private static final BoringSslEngine ENGINE = new BoringSslEngine();

	@BeforeAll
	static void start() throws Exception {
		assumeTrue(Files.exists(Path.of("/proc/self/maps")) && Files.readString(Path.of("/proc/self/maps")).contains("/libc.so.6"),
				"the library is for Linux with glibc");
		assumeTrue(List.of("amd64", "aarch64").contains(System.getProperty("os.arch")), "there is no library for this architecture");
		assertTrue(ENGINE.isAvailable(), "the library cannot be loaded");
		server = new EchoServer(folder);
	}

	@AfterAll
	static void stop() throws IOException {
		if (server != null) {
			server.close();
		}
	}

	private static Socket connect() throws IOException {
		return new Socket("127.0.0.1", server.port());
	}

	@Test
	void carriesBytesBothWays() throws IOException {
		try (Socket raw = connect(); TlsConnection connection = ENGINE.negotiate(raw, Optional.of("localhost"), CONSENT)) {
			byte[] sent = new byte[50_000];
			for (int i = 0; i < sent.length; i++) {
				sent[i] = (byte) i;
			}
			connection.output().write(sent);
			assertEquals(new String(sent), new String(connection.input().readNBytes(sent.length)));
			connection.output().write('x');
			assertEquals('x', connection.input().read());
		}
	}

	@Test
	void aCheckThatThrowsAnythingIsNoConsent() throws IOException {
		for (Exception thrown : new Exception[] { new CertificateException("no"), new IllegalStateException("broken") }) {
			try (Socket raw = connect()) {
				TlsFailure failure = assertThrows(TlsFailure.class, () -> ENGINE.negotiate(raw, Optional.empty(), chain -> raise(thrown)));
				assertEquals(TlsFailure.Reason.REFUSED, failure.reason());
			}
		}
	}

	@Test
	void anErrorInTheCheckIsNoConsent() throws IOException {
		try (Socket raw = connect()) {
			assertThrows(TlsFailure.class, () -> ENGINE.negotiate(raw, Optional.empty(), chain -> {
				throw new StackOverflowError();
			}));
		}
	}

	private static void raise(Exception thrown) throws CertificateException {
		if (thrown instanceof CertificateException refused) {
			throw refused;
		}
		throw (RuntimeException) thrown;
	}

	@Test
	void afterCloseNothingReachesTheLibrary() throws IOException {
		try (Socket raw = connect()) {
			TlsConnection connection = ENGINE.negotiate(raw, Optional.empty(), CONSENT);
			connection.close();
			connection.close();
			assertThrows(SocketException.class, () -> connection.output().write(1));
			assertThrows(SocketException.class, () -> connection.input().read());
		}
	}

	/** A use of freed memory would end this process, or be seen as garbage. */
	@Test
	void anotherThreadMayCloseItAtAnyTime() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			for (int round = 0; round < ROUNDS; round++) {
				Socket raw = connect();
				TlsConnection connection = ENGINE.negotiate(raw, Optional.empty(), CONSENT);
				CountDownLatch busy = new CountDownLatch(round % 10);
				CyclicBarrier together = new CyclicBarrier(2);
				Future<?> user = threads.submit(() -> {
					together.await();
					return assertThrows(IOException.class, () -> echoUntilItFails(connection, busy));
				});
				together.await();
				busy.await();
				if (round % 2 == 0) {
					raw.close();
				}
				connection.close();
				raw.close();
				user.get(30, TimeUnit.SECONDS);
			}
		} finally {
			threads.shutdownNow();
		}
	}

	private static void echoUntilItFails(TlsConnection connection, CountDownLatch busy) throws IOException {
		byte[] sent = new byte[20_000];
		while (true) {
			connection.output().write(sent);
			if (connection.input().readNBytes(sent.length).length < sent.length) {
				throw new IOException("ended");
			}
			busy.countDown();
		}
	}

	@Test
	void aSocketThatIsClosedEndsTheHandshake() throws Exception {
		ExecutorService threads = Executors.newSingleThreadExecutor();
		try (Socket raw = connect()) {
			CountDownLatch checking = new CountDownLatch(1);
			CountDownLatch closed = new CountDownLatch(1);
			Future<?> user = threads.submit(() -> assertThrows(IOException.class, () -> ENGINE.negotiate(raw, Optional.empty(), chain -> {
				checking.countDown();
				try {
					closed.await();
				} catch (InterruptedException e) {
					throw new CertificateException(e);
				}
			})));
			checking.await();
			raw.close();
			closed.countDown();
			user.get(30, TimeUnit.SECONDS);
		} finally {
			threads.shutdownNow();
		}
	}

	@Test
	void keepsToThePlatformWhereThatIsWanted() {
		for (String property : new String[] { "palisade.tls=java", "jdk.tls.client.protocols=TLSv1.3" }) {
			String name = property.substring(0, property.indexOf('='));
			System.setProperty(name, property.substring(name.length() + 1));
			try {
				assertFalse(NativeLibrary.load(), property);
			} finally {
				System.clearProperty(name);
			}
		}
	}

	@Test
	void aFolderWithoutTheLibraryIsNoFailure() {
		String known = System.getProperty(NativeLibrary.FOLDER);
		System.setProperty(NativeLibrary.FOLDER, folder.toString());
		try {
			assertFalse(NativeLibrary.load());
		} finally {
			System.setProperty(NativeLibrary.FOLDER, known);
		}
	}
}
