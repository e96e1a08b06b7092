package org.palisade.inventory.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.vmware.vim25.AboutInfo;
import com.vmware.vim25.PropertyFilterSpec;
import com.vmware.vim25.UpdateSet;
import com.vmware.vim25.WaitOptions;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.inventory.InventoryBatch;
import org.palisade.api.inventory.InventoryServer;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.inventory.internal.model.Edit;
import org.palisade.inventory.internal.model.InventoryModel;
import org.palisade.vsphere.ObjectProperties;
import org.palisade.vsphere.PropertyRetrieval;
import org.palisade.vsphere.VSphereSession;

/**
 * What happens between one log-in and its end: the inventory is read, and followed until something fails.
 * <p>
 * When nothing is known yet, names come first, in a pass of their own. Everything else, and everything when it is read again, comes from the one
 * filter that is followed afterwards, so that no change can fall between reading and following.
 */
final class Contact {

	/** A page of names is some hundred kilobytes. */
	private static final int NAMES_PER_PAGE = 1000;
	private static final int UPDATES_PER_ANSWER = 1000;

	/** The server is asked anew after this time, so that one that vanished is noticed, and the session never seems idle. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	/** Each answer has its limit; following as a whole has none. */
	private static final Duration UNLIMITED = Duration.ofDays(365);

	private final VSphereSession session;
	private final InventoryModel model;
	private final Consumers consumers;
	private final Updates updates;
	private final Remembering remembering;
	private final MonotonicClock clock;

	Contact(VSphereSession session, InventoryModel model, Consumers consumers, Oddities oddities, Remembering remembering, MonotonicClock clock) {
		this.session = session;
		this.model = model;
		this.consumers = consumers;
		this.updates = new Updates(model, oddities);
		this.remembering = remembering;
		this.clock = clock;
	}

	/**
	 * Reads and follows until something fails.
	 *
	 * @param complete run when everything has been read
	 * @return what failed; of kind CANCELLED when the feed was closed
	 */
	FenceProblem follow(Runnable complete) {
		try {
			consumers.connected(server());
			String version = readAll();
			complete.run();
			remembering.complete();
			while (true) {
				long askedAt = remembering.now();
				Optional<UpdateSet> answer = next(version);
				version = answer.map(UpdateSet::getVersion).orElse(version);
				if (!answer.map(UpdateSet::getTruncated).orElse(false)) {
					remembering.answered(askedAt);
				}
			}
		} catch (FenceException failure) {
			return failure.problem();
		}
	}

	/** {@return the version up to which everything has been read} */
	private String readAll() throws FenceException {
		WatchedProperties watched = new WatchedProperties(session, deadline());
		if (model.isEmpty()) {
			readNames(watched.surroundings());
			readNames(watched.machineNames());
		}
		// Nothing that has left in the meantime is told to leave by a filter in which it never was.
		model.doubtAll();
		PropertyFilterSpec all = watched.all();
		session.call(deadline(), stub -> stub.createFilter(session.content().getPropertyCollector(), all, false));
		String version = readWatched();
		consumers.change(model::removeUnconfirmed);
		consumers.complete();
		return version;
	}

	private InventoryServer server() {
		AboutInfo about = session.content().getAbout();
		return new InventoryServer(Optional.ofNullable(about.getInstanceUuid()).filter(uuid -> !uuid.isEmpty()), orEmpty(about.getFullName()),
				orEmpty(about.getApiVersion()), session.content().getRootFolder().getVal());
	}

	private static String orEmpty(String text) {
		return text == null ? "" : text;
	}

	private Deadline deadline() {
		return Deadline.in(UNLIMITED, clock);
	}

	private void readNames(PropertyFilterSpec specification) throws FenceException {
		PropertyRetrieval.forEachPage(session, specification, NAMES_PER_PAGE, page -> consumers.change(() -> put(page)), deadline());
	}

	private Optional<InventoryBatch> put(List<ObjectProperties> page) {
		Edit edit = model.edit();
		for (ObjectProperties row : page) {
			WatchedProperties.kind(row.reference()).ifPresent(kind -> {
				Draft draft = new Draft(kind, row.id(), false);
				for (String property : WatchedProperties.FIRST) {
					row.value(property, Object.class).ifPresent(value -> draft.set(property, value));
				}
				edit.put(draft.entry());
			});
		}
		return edit.commit();
	}

	private String readWatched() throws FenceException {
		String version = "";
		boolean more = true;
		while (more) {
			Optional<UpdateSet> answer = next(version);
			version = answer.map(UpdateSet::getVersion).orElse(version);
			more = answer.map(UpdateSet::getTruncated).orElse(false);
		}
		return version;
	}

	private Optional<UpdateSet> next(String version) throws FenceException {
		WaitOptions options = new WaitOptions();
		options.setMaxWaitSeconds((int) LONGEST_WAIT.toSeconds());
		options.setMaxObjectUpdates(UPDATES_PER_ANSWER);
		Optional<UpdateSet> answer = Optional.ofNullable(session.await(deadline(), LONGEST_WAIT,
				stub -> stub.waitForUpdatesEx(session.content().getPropertyCollector(), version, options)));
		if (answer.isPresent()) {
			if (answer.get().getVersion() == null) {
				throw new FenceException(Kind.PROTOCOL, Messages.no_version, Messages.no_version_advice);
			}
			consumers.change(() -> updates.accept(answer.get()));
		}
		return answer;
	}
}
