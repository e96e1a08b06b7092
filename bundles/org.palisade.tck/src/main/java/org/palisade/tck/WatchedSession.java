package org.palisade.tck;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.ForwardingSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.time.Deadline;

/** The session under test. What it returns and throws goes into the transcript, and a null out of it is a failure. */
final class WatchedSession extends ForwardingSession {

	/** A call that the session may refuse. */
	@FunctionalInterface
	private interface Call<T> {
		T run() throws FenceException;
	}

	private final Transcript transcript;

	WatchedSession(FenceSession session, Transcript transcript) {
		super(opened(session));
		transcript.addShown(session);
		this.transcript = transcript;
	}

	private static FenceSession opened(FenceSession session) {
		assertNotNull(session, "open returned null");
		return session;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		return watch("find", () -> super.find(selector, deadline));
	}

	@Override
	public Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
		return watch("findAnew", () -> super.findAnew(selector, deadline));
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		return watch("read", () -> super.read(plug, deadline));
	}

	@Override
	public PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
		return watch("readForChange", () -> super.readForChange(plug, deadline));
	}

	@Override
	public void awaitEarlierChange(Deadline deadline) throws FenceException {
		watch("awaitEarlierChange", () -> {
			super.awaitEarlierChange(deadline);
			return "awaited";
		});
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		return watch("change", () -> super.change(plug, operation, deadline));
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		watch("check", () -> {
			super.check(plug, deadline);
			return "checked";
		});
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		watch("list", () -> {
			super.list(withPower, consumer, deadline);
			return "listed";
		});
	}

	@Override
	public void close(Deadline deadline) {
		assertDoesNotThrow(() -> super.close(deadline), "close must never throw");
		transcript.addShown(session());
	}

	private <T> T watch(String name, Call<T> call) throws FenceException {
		try {
			T result = call.run();
			assertNotNull(result, name + " returned null");
			transcript.addShown(result);
			return result;
		} catch (FenceException e) {
			transcript.addThrown(e);
			throw e;
		}
	}
}
