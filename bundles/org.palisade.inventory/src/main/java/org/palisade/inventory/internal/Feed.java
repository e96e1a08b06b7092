package org.palisade.inventory.internal;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.SessionContext;
import org.palisade.api.inventory.InventoryConsumer;
import org.palisade.api.inventory.InventoryFeed;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.inventory.internal.model.InventoryModel;
import org.palisade.vsphere.VSphereSession;

/** A feed: a thread that logs in, has the inventory followed, and after a pause does so again, until the feed is closed. */
final class Feed implements InventoryFeed {

	/** Connecting and logging in are two answers. */
	private static final int ANSWERS_TO_LOG_IN = 2;
	static final Duration LOG_OUT_LIMIT = Duration.ofSeconds(2);

	private final Account account;
	private final SessionContext context;
	private final Pause pause;
	private final MonotonicClock clock;
	private final CancellationSource stop = new CancellationSource();
	private final InventoryModel model = new InventoryModel();
	private final BackOff backOff = new BackOff();
	private final Consumers consumers;
	private final Remembering remembering;
	private final Thread thread;
	private volatile Deadline logOutBy;

	/**
	 * Nothing is contacted before {@link #start}.
	 *
	 * @param memory what it has remembered
	 * @param context as given by who opens the feed
	 * @param ended told this feed when it has ended, by itself or because it was closed
	 */
	Feed(Account account, FeedMemory memory, SessionContext context, Pause pause, MonotonicClock clock, Consumer<Feed> ended) {
		this.account = account;
		this.context = new SessionContext(stop, context.diagnostics(), context.answerLimit());
		this.pause = pause;
		this.clock = clock;
		this.consumers = new Consumers(model, context.diagnostics());
		this.remembering = new Remembering(memory, account, model, context.diagnostics());
		consumers.addFirst(remembering);
		this.thread = new Thread(() -> run(context.cancellation(), ended), "palisade-inventory " + account.endpoint().address());
		thread.setDaemon(true);
	}

	/** Begins. */
	void start(InventoryConsumer consumer) {
		consumers.addFirst(consumer);
		thread.start();
	}

	private void run(Cancellation cancellation, Consumer<Feed> ended) {
		stop.onRequest(pause::end);
		try (Cancellation.Registration registration = cancellation.onRequest(this::stop)) {
			Optional<Duration> retry = Optional.of(Duration.ZERO);
			while (retry.isPresent() && !stop.requested()) {
				pause.await(retry.get(), stop::requested);
				retry = stop.requested() ? Optional.empty() : contact();
			}
		} finally {
			ended.accept(this);
		}
	}

	/** {@return after how long to try again} */
	private Optional<Duration> contact() {
		VSphereSession session;
		try {
			Deadline deadline = Deadline.in(context.answerLimit().multipliedBy(ANSWERS_TO_LOG_IN), clock);
			session = VSphereSession.open(account.endpoint(), account.userName(), account.password(), context, deadline);
		} catch (FenceException failure) {
			return lost(failure.problem(), backOff.afterFailedLogIn(failure.problem()));
		}
		try {
			backOff.loggedIn();
			remembering.begin(session);
			Contact contact = new Contact(session, model, consumers, new Oddities(context.diagnostics()), remembering, clock);
			FenceProblem problem = contact.follow(backOff::reset);
			return lost(problem, Optional.of(backOff.afterLostSession()));
		} catch (RuntimeException defect) {
			FenceProblem problem = new FenceProblem(Kind.PROTOCOL, NLS.bind(Messages.feed_failed, defect), Messages.feed_failed_advice);
			return lost(problem, Optional.of(backOff.afterLostSession()));
		} finally {
			session.close(Objects.requireNonNullElseGet(logOutBy, () -> Deadline.in(LOG_OUT_LIMIT, clock)));
		}
	}

	private Optional<Duration> lost(FenceProblem problem, Optional<Duration> retry) {
		if (stop.requested()) {
			return Optional.empty();
		}
		consumers.contactLost(problem, retry);
		return retry;
	}

	@Override
	public InventorySnapshot snapshot() {
		return model.snapshot();
	}

	@Override
	public Subscription subscribe(InventoryConsumer consumer) {
		return consumers.add(consumer);
	}

	@Override
	public void retryNow() {
		pause.end();
	}

	private void stop() {
		consumers.end();
		stop.request();
	}

	@Override
	public void close(Deadline deadline) {
		logOutBy = deadline;
		stop();
		boolean calledByAConsumer = Thread.currentThread() == thread || Thread.holdsLock(consumers);
		if (!calledByAConsumer) {
			awaitEnd(deadline);
		}
	}

	private void awaitEnd(Deadline deadline) {
		try {
			TimeUnit.NANOSECONDS.timedJoin(thread, deadline.remaining().toNanos());
		} catch (InterruptedException noTimeToWait) {
			Thread.currentThread().interrupt();
		}
	}
}
