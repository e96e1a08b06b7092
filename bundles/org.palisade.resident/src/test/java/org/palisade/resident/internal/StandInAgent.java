package org.palisade.resident.internal;

import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

import org.palisade.agent.CallingProcess;
import org.palisade.agent.FenceAgent;
import org.palisade.agent.PowerJournal;
import org.palisade.api.FenceException;
import org.palisade.api.time.CancellationSource;
import org.palisade.core.engine.SessionOpener;
import org.palisade.launcher.Application.Invocation;

/** Does what the first argument, or else standard input, says. */
final class StandInAgent implements FenceAgent {

	/** What happened, in the order in which it did. */
	final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
	final CountDownLatch release = new CountDownLatch(1);

	@Override
	public OptionalInt run(Invocation invocation, CallingProcess caller, SessionOpener sessions, PowerJournal journal,
			CancellationSource cancellation) {
		try {
			String order = invocation.arguments().isEmpty() ? new String(invocation.in().readAllBytes()) : invocation.arguments().get(0);
			events.add("begin " + order);
			return run(order, invocation, caller, journal, cancellation);
		} catch (Exception e) {
			events.add(e.getClass().getSimpleName());
			return OptionalInt.of(1);
		} finally {
			events.add("end");
		}
	}

	private OptionalInt run(String order, Invocation invocation, CallingProcess caller, PowerJournal journal, CancellationSource cancellation)
			throws InterruptedException, FenceException {
		switch (order) {
			case "tell" -> {
				invocation.err().println(invocation.command() + " " + invocation.arguments() + " " + caller.fencer() + " " + caller.folder());
				invocation.out().print("one\n");
				events.add("reader " + !invocation.out().checkError());
				invocation.err().println("two");
				return OptionalInt.of(2);
			}
			case "relative" -> {
				return OptionalInt.empty();
			}
			case "power" -> {
				journal.before("ASKED OFF vm-1");
				events.add("power");
				journal.after("SEEN OFF vm-1");
				return OptionalInt.of(0);
			}
			case "wait" -> {
				CountDownLatch over = new CountDownLatch(1);
				cancellation.onRequest(over::countDown);
				over.await();
				events.add("cancelled");
				invocation.err().println("cancelled");
				return OptionalInt.of(1);
			}
			case "hold" -> {
				release.await();
				return OptionalInt.of(0);
			}
			default -> {
				return OptionalInt.of(0);
			}
		}
	}
}
