package org.palisade.resident.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.core.engine.SessionOpener;

@Timeout(60)
class ResidentServerTest {

	@TempDir
	Path temporary;

	private final StandInAgent agent = new StandInAgent();
	private Surroundings surroundings;
	private Path path;
	private SocketFile socket;
	private ResidentServer server;
	private ExecutorService threads;
	private ScheduledExecutorService timer;
	private Thread accepting;

	@BeforeEach
	void start() throws IOException {
		Files.createDirectories(temporary.resolve("home/plugins"));
		Files.createDirectories(temporary.resolve("home/plugins.d"));
		Files.writeString(temporary.resolve("home/plugins/a.jar"), "a");
		surroundings = Surroundings.ofThisProcess(temporary.resolve("home"));
		path = temporary.resolve("run/agent.sock");
		threads = ResidentServer.threads();
		timer = ResidentServer.timer();
		socket = SocketFile.open(path);
		server = new ResidentServer(socket.channel(), 2, threads);
		accepting = new Thread(() -> {
			try {
				server.accept(client -> new Answering(client, agent, SessionOpener.direct(), surroundings, threads, timer));
			} catch (IOException e) {
				agent.events.add("accepting failed: " + e);
			}
		});
		accepting.setDaemon(true);
		accepting.start();
	}

	@AfterEach
	void stop() throws IOException, InterruptedException {
		agent.release.countDown();
		socket.close();
		accepting.join();
		server.end();
		timer.shutdownNow();
		assertFalse(agent.events.stream().anyMatch(event -> event.startsWith("accepting failed")), agent.events::toString);
	}

	private RawClient asks(String order) throws IOException {
		return RawClient.asking(path, surroundings, order);
	}

	private void happens(String event) throws InterruptedException {
		assertEquals(event, agent.events.poll(30, TimeUnit.SECONDS));
	}

	@Test
	void outputAndExitCodeComeInTheirOrder() throws IOException, InterruptedException {
		try (RawClient client = asks("tell")) {
			assertEquals("A", client.frame());
			assertEquals("E fence_vmware_soap [tell] Optional.empty /tmp\n", client.frame());
			assertEquals("O one\n", client.frame());
			happens("begin tell");
			client.send(Wire.WRITTEN);
			happens("reader true");
			assertEquals("E two\n", client.frame());
			assertEquals("X 2", client.frame());
			assertEquals("", client.frame());
		}
	}

	@Test
	void standardInputIsPassedOn() throws IOException, InterruptedException {
		try (RawClient client = new RawClient(path)) {
			client.send(RawClient.request(surroundings, Wire.INPUT, "key=välue\n"));
			assertEquals("A", client.frame());
			assertEquals("X 0", client.frame());
			happens("begin key=välue\n");
		}
	}

	@Test
	void aReaderWhoHasGoneIsNoticed() throws IOException, InterruptedException {
		try (RawClient client = asks("tell")) {
			client.frame();
			client.frame();
			client.frame();
			client.send(Wire.BROKEN);
			happens("begin tell");
			happens("reader false");
		}
	}

	@Test
	void aPowerOperationWaitsForTheClientsNote() throws IOException, InterruptedException {
		try (RawClient client = asks("power")) {
			assertEquals("A", client.frame());
			assertEquals("P ASKED OFF vm-1", client.frame());
			happens("begin power");
			assertTrue(agent.events.isEmpty());
			client.send(Wire.GO);
			happens("power");
			assertEquals("J SEEN OFF vm-1", client.frame());
			assertEquals("X 0", client.frame());
		}
	}

	@Test
	void noPowerOperationIsAskedForWithoutAClient() throws IOException, InterruptedException {
		try (RawClient client = asks("power")) {
			assertEquals("A", client.frame());
			assertEquals("P ASKED OFF vm-1", client.frame());
		}
		happens("begin power");
		happens("FenceException");
	}

	@Test
	void aWrongAnswerIsNoPermission() throws IOException, InterruptedException {
		try (RawClient client = asks("power")) {
			client.frame();
			client.frame();
			client.send(Wire.WRITTEN);
			happens("begin power");
			happens("FenceException");
			assertEquals("X 1", client.frame());
		}
	}

	@Test
	void aClientThatGoesCancelsItsRequest() throws IOException, InterruptedException {
		try (RawClient client = asks("wait")) {
			client.frame();
			happens("begin wait");
		}
		happens("cancelled");
	}

	@Test
	void aClientMayCancelAndSeeTheEnd() throws IOException, InterruptedException {
		try (RawClient client = asks("wait")) {
			client.frame();
			happens("begin wait");
			client.send(Wire.CANCEL);
			assertEquals("E cancelled\n", client.frame());
			assertEquals("X 1", client.frame());
		}
	}

	@Test
	void whatOnlyAProcessOfTheCallersOwnCanAnswerIsRefused() throws IOException {
		try (RawClient client = asks("relative")) {
			assertEquals("A", client.frame());
			assertEquals("R a relative path", client.frame());
		}
	}

	@Test
	void thoseBeyondTheBoundAreSentAwayAtOnceAndServedLater() throws IOException, InterruptedException {
		try (RawClient one = asks("hold"); RawClient two = asks("hold")) {
			one.frame();
			two.frame();
			happens("begin hold");
			happens("begin hold");
			try (RawClient three = new RawClient(path)) {
				assertEquals("R", three.frame());
			}
			agent.release.countDown();
			assertEquals("X 0", one.frame());
			assertEquals("X 0", two.frame());
			assertEquals("", one.frame());
			assertEquals("", two.frame());
		}
		happens("end");
		happens("end");
		// The place is free a moment after the connection has ended.
		String frame = "R";
		for (int i = 0; i < 1_000 && frame.startsWith("R"); i++) {
			try (RawClient later = asks("quick")) {
				frame = later.frame();
			}
		}
		assertEquals("A", frame);
	}

	@Test
	void aResidentThatEndsLetsGoOfItsClientsWithoutAWord() throws IOException, InterruptedException {
		try (RawClient client = asks("wait")) {
			client.frame();
			happens("begin wait");
			socket.channel().close();
			server.end();
			assertEquals("", client.frame());
		}
		happens("cancelled");
	}

	@Test
	void anotherInstallationLanguageOrNameSpaceIsRefused() throws IOException {
		List<Surroundings> others = new ArrayList<>();
		others.add(new Surroundings("other", surroundings.nameSpaces(), "", surroundings.java()));
		others.add(new Surroundings(surroundings.identity(), "net:[1] mnt:[2] 3", "", surroundings.java()));
		for (Surroundings other : others) {
			try (RawClient client = asksFrom(other)) {
				assertTrue(client.frame().startsWith("R "));
			}
		}
		assertTrue(agent.events.isEmpty());
	}

	private RawClient asksFrom(Surroundings other) throws IOException {
		return RawClient.asking(path, other, "quick");
	}

	@Test
	void everyBundleBelongsToTheIdentity() throws IOException {
		Path home = temporary.resolve("home");
		String before = Installation.identity(home);
		assertEquals(before, Installation.identity(home));
		Path added = Files.writeString(home.resolve("plugins.d/b.jar"), "b");
		String with = Installation.identity(home);
		Files.writeString(added, "longer");
		String changed = Installation.identity(home);
		Files.delete(added);

		assertEquals(3, List.of(before, with, changed).stream().distinct().count());
		assertEquals(before, Installation.identity(home));
	}

	@Test
	void theLanguageIsThatOfTheLocale() throws IOException {
		Request request = requestWith(Wire.LOCALE, "xx_YY.UTF-8");
		assertTrue(surroundings.difference(request).isPresent());
		String own = Locale.getDefault().getLanguage();
		assertTrue(surroundings.difference(requestWith(Wire.LOCALE, own + "_XX.UTF-8")).isEmpty());
	}

	@Test
	void anotherJavaIsRefused() throws IOException {
		assertTrue(surroundings.difference(requestWith(Wire.JAVA, "/")).isPresent());
		assertTrue(surroundings.difference(requestWith(Wire.JAVA, surroundings.java().toString())).isEmpty());
		assertTrue(surroundings.difference(requestWith(Wire.JAVA, surroundings.java() + "/bin/java")).isEmpty());
	}

	private Request requestWith(byte tag, String value) throws IOException {
		ByteArrayOutputStream fields = new ByteArrayOutputStream();
		for (String[] field : new String[][] { { "i", surroundings.identity() }, { "n", surroundings.nameSpaces() },
				{ "l", Locale.getDefault().getLanguage() } }) {
			if (field[0].charAt(0) != tag) {
				fields.write(encoded((byte) field[0].charAt(0), field[1]));
			}
		}
		fields.write(encoded(tag, value));
		return Request.parse(ByteBuffer.wrap(fields.toByteArray()));
	}

	private static byte[] encoded(byte tag, String value) {
		byte[] bytes = value.getBytes();
		return ByteBuffer.allocate(5 + bytes.length).put(tag).putInt(bytes.length).put(bytes).array();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "GET / HTTP/1.1\r\n\r\n", "\u0000\u0000\u0000\u0003abc", "\u0000\u0000\u0000\u0005i\u0000\u0000\u0000\u0009",
			"\u0000\u0000\u0000\u0000", "\u0000\u0000\u0000\ni\u0000\u0000\u0000\u0000i\u0000\u0000\u0000\u0000" })
	void garbageIsNotAnsweredAndDoesNoHarm(String garbage) throws IOException {
		try (RawClient client = new RawClient(path)) {
			client.send(garbage.getBytes(StandardCharsets.ISO_8859_1));
			// The first one waits until the resident has lost its patience.
			assertEquals("", client.frame());
		}
		try (RawClient client = asks("quick")) {
			assertEquals("A", client.frame());
			assertEquals("X 0", client.frame());
		}
	}
}
