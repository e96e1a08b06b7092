package org.palisade.ui.tests;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Measures for how long the UI thread is away: again and again it is asked to do nothing. While it is late its stack is noted, so that it can be
 * told what it did. On a busy machine it is late although it has nothing to do, so the processor time that it used meanwhile is told too, and how
 * long the garbage collector ran. Figures are reported, and no test depends on them.
 */
final class Watchdog implements AutoCloseable {

	private static final int INTERVAL_MILLISECONDS = 5;
	private static final int LATE_MILLISECONDS = 50;
	private static final int WORTH_TELLING_MILLISECONDS = 100;
	private static final int SAMPLE_MILLISECONDS = 10;
	private static final int MOST_FRAMES = 60;

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
	private final Thread ui = Ui.display().getThread();
	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
	private final List<Absence> absences = new ArrayList<>();
	private volatile boolean lookingAway;

	/**
	 * A time during which the UI thread did not answer.
	 *
	 * @param milliseconds how long
	 * @param used how many of them it used a processor
	 * @param collecting for how many of them the garbage collector ran
	 * @param stacks what it did, in samples
	 */
	private record Absence(long milliseconds, long used, long collecting, List<StackTraceElement[]> stacks) {
		@Override
		public String toString() {
			return milliseconds + " ms, used a processor for " + used + ", garbage collector " + collecting;
		}
	}

	Watchdog() {
		timer.scheduleWithFixedDelay(this::ask, 0, INTERVAL_MILLISECONDS, TimeUnit.MILLISECONDS);
	}

	private void ask() {
		try {
			Absence absence = askOnce();
			if (!lookingAway) {
				add(absence);
			}
		} catch (InterruptedException end) {
			Thread.currentThread().interrupt();
		}
	}

	private Absence askOnce() throws InterruptedException {
		boolean wasLookingAway = lookingAway;
		CountDownLatch answered = new CountDownLatch(1);
		long collectingBefore = collecting();
		long usedBefore = threads.getThreadCpuTime(ui.getId());
		long asked = System.nanoTime();
		Ui.display().asyncExec(answered::countDown);
		List<StackTraceElement[]> stacks = new ArrayList<>();
		int patience = LATE_MILLISECONDS;
		while (!answered.await(patience, TimeUnit.MILLISECONDS)) {
			stacks.add(ui.getStackTrace());
			patience = SAMPLE_MILLISECONDS;
		}
		long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
		long used = TimeUnit.NANOSECONDS.toMillis(threads.getThreadCpuTime(ui.getId()) - usedBefore);
		return new Absence(wasLookingAway ? 0 : milliseconds, used, collecting() - collectingBefore, stacks);
	}

	private static long collecting() {
		return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
	}

	private synchronized void add(Absence absence) {
		absences.add(absence);
	}

	/** Does something that no user does, like taking a picture in each theme, without counting it. */
	void lookAway(Runnable action) {
		lookingAway = true;
		try {
			action.run();
		} finally {
			lookingAway = false;
		}
	}

	/** Reports the longest absence since the last call, and the stacks of all that a user would notice. */
	synchronized void report(String phase) {
		Absence longest = absences.stream().reduce(new Absence(0, 0, 0, List.of()), (one, other) -> other.milliseconds() > one.milliseconds() ? other : one);
		figure("longest absence of the UI thread while " + phase + ": " + longest);
		absences.stream().filter(absence -> absence.milliseconds() >= WORTH_TELLING_MILLISECONDS).forEach(absence -> tell(phase, absence));
		absences.clear();
	}

	private static void tell(String phase, Absence absence) {
		StringBuilder text = new StringBuilder("== " + phase + ": " + absence + "\n");
		for (StackTraceElement[] stack : absence.stacks()) {
			text.append("-- sample\n");
			for (int i = 0; i < Math.min(stack.length, MOST_FRAMES); i++) {
				text.append("   ").append(stack[i]).append('\n');
			}
		}
		append("absences.txt", text.toString());
	}

	/** Adds a line to the figures beside the screenshots. */
	static void figure(String figure) {
		append("figures.txt", figure + "\n");
	}

	private static void append(String name, String text) {
		Path file = Path.of(System.getProperty("palisade.screenshots"), name);
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Override
	public void close() {
		timer.shutdownNow();
	}
}
