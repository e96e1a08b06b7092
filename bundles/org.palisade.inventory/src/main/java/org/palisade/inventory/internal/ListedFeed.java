package org.palisade.inventory.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.PowerState;
import org.palisade.api.SessionContext;
import org.palisade.api.inventory.ConnectionState;
import org.palisade.api.inventory.InventoryConsumer;
import org.palisade.api.inventory.InventoryFeed;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.api.inventory.InventoryServer;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.inventory.internal.model.Edit;
import org.palisade.inventory.internal.model.Entry;
import org.palisade.inventory.internal.model.InventoryModel;

/**
 * What a back end lists, read once at the beginning and again when somebody asks for it. Not by itself every now and then: for some servers each
 * listing is a log-in with a password on a command line.
 */
final class ListedFeed implements InventoryFeed {

	/** A listing is no power operation, and somebody looks at a progress bar. */
	private static final Duration LIST_LIMIT = Duration.ofSeconds(60);

	private final FenceBackEnd backEnd;
	private final OptionValues options;
	private final SessionContext context;
	private final MonotonicClock clock;
	private final Consumer<ListedFeed> ended;
	private final CancellationSource stop = new CancellationSource();
	private final InventoryModel model = new InventoryModel();
	private final Consumers consumers;
	private final ExecutorService worker = Executors.newSingleThreadExecutor(ListedFeed::thread);

	/**
	 * Nothing is contacted before {@link #start}.
	 *
	 * @param options values that the back end has accepted
	 * @param ended told this feed when it was closed
	 */
	ListedFeed(FenceBackEnd backEnd, OptionValues options, SessionContext context, MonotonicClock clock, Consumer<ListedFeed> ended) {
		this.backEnd = backEnd;
		this.options = options;
		this.context = new SessionContext(stop, context.diagnostics(), context.answerLimit());
		this.clock = clock;
		this.ended = ended;
		this.consumers = new Consumers(model, context.diagnostics());
		context.cancellation().onRequest(stop::request);
	}

	private static Thread thread(Runnable run) {
		Thread thread = new Thread(run, "palisade-inventory listing");
		thread.setDaemon(true);
		return thread;
	}

	/** Begins. */
	void start(InventoryConsumer consumer) {
		consumers.addFirst(consumer);
		worker.execute(this::list);
	}

	private void list() {
		try {
			Deadline deadline = Deadline.in(LIST_LIMIT, clock);
			FenceSession session = backEnd.open(options, context, deadline);
			try {
				consumers.connected(new InventoryServer(Optional.empty(), backEnd.summary(), "", options.text(StandardOptions.IP).orElse("")));
				read(session, deadline);
			} finally {
				session.close(Deadline.in(Feed.LOG_OUT_LIMIT, clock));
			}
		} catch (FenceException failure) {
			lost(failure.problem());
		} catch (RuntimeException | LinkageError defect) {
			lost(new FenceProblem(Kind.PROTOCOL, NLS.bind(Messages.listing_failed, backEnd.getClass().getName(), defect.getClass().getName()),
					Messages.listing_failed_advice));
		}
	}

	private void read(FenceSession session, Deadline deadline) throws FenceException {
		Edit edit = model.edit();
		model.doubtAll();
		session.list(true, plug -> edit.put(entry(plug)), deadline);
		consumers.change(edit::commit);
		consumers.change(model::removeUnconfirmed);
		consumers.complete();
	}

	private static Entry entry(ListedPlug plug) {
		ConnectionState contact = plug.power() == PowerState.UNKNOWN ? ConnectionState.UNKNOWN : ConnectionState.CONNECTED;
		MachineDetails details = new MachineDetails(plug.power(), contact, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
		return new Entry(new VirtualMachine(plug.name(), plug.name(), Optional.empty(), Optional.of(details)), plug.name());
	}

	private void lost(FenceProblem problem) {
		if (!stop.requested()) {
			consumers.contactLost(problem, Optional.empty());
		}
	}

	@Override
	public InventorySnapshot snapshot() {
		return model.snapshot();
	}

	@Override
	public Subscription subscribe(InventoryConsumer consumer) {
		return consumers.add(consumer);
	}

	/** Between two listings it always waits. */
	@Override
	public void retryNow() {
		try {
			worker.execute(this::list);
		} catch (RejectedExecutionException closed) {
			context.diagnostics().detail(closed.toString());
		}
	}

	@Override
	public void close(Deadline deadline) {
		consumers.end();
		stop.request();
		worker.shutdown();
		ended.accept(this);
		boolean calledByAConsumer = Thread.holdsLock(consumers);
		if (!calledByAConsumer) {
			awaitEnd(deadline);
		}
	}

	private void awaitEnd(Deadline deadline) {
		try {
			if (!worker.awaitTermination(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
				context.diagnostics().warning(Messages.listing_goes_on);
			}
		} catch (InterruptedException noTimeToWait) {
			Thread.currentThread().interrupt();
		}
	}
}
