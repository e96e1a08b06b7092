package org.palisade.backend.esx.internal.schedule;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

import org.palisade.api.FenceSession;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

/**
 * The time of one run. It passes only while an operation on a machine is waited for, because a task that never ends is part of what schedules try. All else
 * takes no time, so that neither the turns of other agents nor a busy machine decide how a schedule ends. Thread-safe.
 */
final class OwnTime implements MonotonicClock {

	private static final Set<String> IN_WHICH_IT_PASSES = Set.of("change", "awaitEarlierChange");

	private final Duration ample;
	private long passed;
	private boolean passing;
	private long since;

	/**
	 * @param ample what is enough for a log-out on any machine
	 */
	OwnTime(Duration ample) {
		this.ample = ample;
	}

	@Override
	public synchronized long nanoTime() {
		return passing ? passed + System.nanoTime() - since : passed;
	}

	private synchronized void pass() {
		since = System.nanoTime();
		passing = true;
	}

	private synchronized void stop() {
		passed = nanoTime();
		passing = false;
	}

	/**
	 * {@return a session by this time} That the engine leaves time for the log-out is judged by this time; the log-out itself then has as much as it needs.
	 *
	 * @param violations is told when no time was left
	 */
	FenceSession around(FenceSession session, Consumer<String> violations) {
		return (FenceSession) Proxy.newProxyInstance(OwnTime.class.getClassLoader(), new Class<?>[] { FenceSession.class }, (proxy, method, arguments) -> {
			if (method.getName().equals("close")) {
				if (((Deadline) arguments[0]).expired()) {
					violations.accept("a session is closed without any time for the log-out");
				}
				session.close(Deadline.in(ample, MonotonicClock.system()));
				return null;
			}
			return IN_WHICH_IT_PASSES.contains(method.getName()) ? whileItPasses(session, method, arguments) : call(session, method, arguments);
		});
	}

	private Object whileItPasses(FenceSession session, Method method, Object... arguments) throws Throwable {
		pass();
		try {
			return call(session, method, arguments);
		} finally {
			stop();
		}
	}

	private static Object call(FenceSession session, Method method, Object... arguments) throws Throwable {
		try {
			return method.invoke(session, arguments);
		} catch (InvocationTargetException e) {
			throw e.getCause();
		}
	}
}
