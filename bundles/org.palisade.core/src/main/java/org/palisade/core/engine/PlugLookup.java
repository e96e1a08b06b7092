package org.palisade.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.time.Deadline;

/** Finds the one plug that the user can have meant, and refuses to guess. */
final class PlugLookup {

	/** Enough for a human to recognise the right one, and still one line of a log. */
	private static final int SHOWN_CANDIDATES = 20;

	private PlugLookup() {
	}

	/**
	 * {@return the one plug that matches, empty when none does}
	 *
	 * @throws FenceException when several match, or only templates do
	 */
	static Optional<Plug> find(FenceSession session, PlugSelector selector, Deadline deadline) throws FenceException {
		List<Plug> candidates = new ArrayList<>();
		List<Plug> templates = new ArrayList<>();
		for (Plug found : session.find(selector, deadline)) {
			(found.template() ? templates : candidates).add(found);
		}
		if (candidates.size() > 1) {
			throw ambiguous(selector, candidates);
		}
		if (candidates.isEmpty() && !templates.isEmpty()) {
			throw Problems.isTemplate(templates.get(0));
		}
		return candidates.stream().findFirst();
	}

	/**
	 * {@return the one plug that matches}
	 *
	 * @throws FenceException when none or several match, or only templates do
	 */
	static Plug require(FenceSession session, PlugSelector selector, Deadline deadline) throws FenceException {
		return find(session, selector, deadline).orElseThrow(() -> notFound(selector));
	}

	private static FenceException notFound(PlugSelector selector) {
		String message = selector.datacenter().isPresent()
				? NLS.bind(Messages.not_found_in_datacenter, selector.text(), selector.datacenter().get())
				: NLS.bind(Messages.not_found, selector.text());
		return new FenceException(Kind.NOT_FOUND, message, Messages.not_found_advice);
	}

	private static FenceException ambiguous(PlugSelector selector, List<Plug> candidates) {
		StringJoiner shown = new StringJoiner(", ");
		for (Plug candidate : candidates.subList(0, Math.min(candidates.size(), SHOWN_CANDIDATES))) {
			shown.add(NLS.bind(Messages.candidate, candidate.path(), candidate.id()));
		}
		if (candidates.size() > SHOWN_CANDIDATES) {
			shown.add(NLS.bind(Messages.further_candidates, candidates.size() - SHOWN_CANDIDATES));
		}
		return new FenceException(Kind.AMBIGUOUS,
				NLS.bind(Messages.ambiguous, new Object[] { selector.text(), candidates.size(), shown }), Messages.ambiguous_advice);
	}
}
