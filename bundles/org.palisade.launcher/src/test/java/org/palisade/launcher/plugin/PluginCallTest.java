package org.palisade.launcher.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;

/** A plug-in's code is called in a thread that can be given up. */
class PluginCallTest {

	private static final PluginBundle PLUGIN = new PluginBundle(Path.of("plugin.jar"), "org.example.plugin", Optional.empty());
	private static final PluginCall AMPLE = new PluginCall(Duration.ofMinutes(5));

	@Test
	void whatItReturnsIsReturned() throws Exception {
		Thread thread = AMPLE.of(PLUGIN, Thread::currentThread);

		assertTrue(thread.getName().contains("org.example.plugin"), thread.getName());
		assertTrue(thread.isDaemon());
	}

	@Test
	void whatItThrowsIsTheCause() {
		LinkageError thrown = new LinkageError("no library");

		assertSame(thrown, assertThrows(ExecutionException.class, () -> AMPLE.of(PLUGIN, () -> {
			throw thrown;
		})).getCause());
	}

	@Test
	void oneThatNeverReturnsIsNamed() {
		CountDownLatch never = new CountDownLatch(1);

		PluginCall.Hangs hangs = assertThrows(PluginCall.Hangs.class, () -> new PluginCall(Duration.ofMillis(1)).of(PLUGIN, () -> {
			never.await();
			return never;
		}));

		assertEquals(PLUGIN, hangs.plugin());
		never.countDown();
	}
}
