package org.palisade.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;

/** Finds the plugs that the user can have meant, and refuses to guess. */
final class PlugLookup {

	/** Enough for a human to recognise the right one, and still one line of a log. */
	private static final int SHOWN_CANDIDATES = 20;

	/**
	 * What a text stands for.
	 *
	 * @param asked the text
	 * @param name the path of the plug, or the text when there is no such plug
	 * @param plug the plug; empty when there is none, which counts as off
	 * @param state what was read last, when it had to be confirmed that the plug is the one that was remembered
	 */
	record FoundPlug(String asked, String name, Optional<Plug> plug, Optional<PlugState> state) {

		/** {@return the same to be read anew, because other plugs are attended to in between} */
		FoundPlug unread() {
			return new FoundPlug(asked, name, plug, Optional.empty());
		}
	}

	/** A plug, and its state if it was read. */
	private record Match(Plug plug, Optional<PlugState> state) {
	}

	private final FenceSession session;
	private final boolean restrictable;
	private final boolean toChange;
	private final RunContext context;

	/**
	 * @param restrictable whether the caller could restrict the look-up to a datacenter and has not
	 * @param toChange whether what is found is going to be changed
	 */
	PlugLookup(FenceSession session, boolean restrictable, boolean toChange, RunContext context) {
		this.session = session;
		this.toChange = toChange;
		this.restrictable = restrictable;
		this.context = context;
	}

	/**
	 * {@return the one plug that matches, empty when none does} What is remembered counts only when it is the one plug and its identity is
	 * confirmed; everything else is looked up anew before it is believed.
	 *
	 * @param next whether it is attended to next, so that its state can be read for that
	 * @throws FenceException when several match, or only templates do
	 */
	private Optional<Match> find(PlugSelector selector, boolean next) throws FenceException {
		List<Plug> found = session.find(selector, context.deadline());
		if (found.size() == 1 && !found.get(0).template()) {
			Plug plug = found.get(0);
			if (!session.isRemembered(plug)) {
				return Optional.of(new Match(plug, Optional.empty()));
			}
			Optional<PlugState> confirmed = confirmed(plug, next && toChange);
			if (confirmed.isPresent()) {
				return confirmed.map(state -> new Match(state.plug(), confirmed));
			}
		}
		return one(selector, session.findAnew(selector, context.deadline()).orElse(found)).map(plug -> new Match(plug, Optional.empty()));
	}

	private Optional<PlugState> confirmed(Plug plug, boolean forChange) throws FenceException {
		try {
			PlugState state = forChange ? session.readForChange(plug, context.deadline()) : session.read(plug, context.deadline());
			return state.plug().hasIdentityOf(plug) ? Optional.of(state) : Optional.empty();
		} catch (FenceException failure) {
			if (failure.problem().kind() != Kind.NOT_FOUND) {
				throw failure;
			}
			return Optional.empty();
		}
	}

	private Optional<Plug> one(PlugSelector selector, List<Plug> found) throws FenceException {
		List<Plug> candidates = new ArrayList<>();
		List<Plug> templates = new ArrayList<>();
		for (Plug plug : found) {
			(plug.template() ? templates : candidates).add(plug);
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
	 * {@return the plugs that the text means, each once: the plug of the whole text or, when there is none, those of its parts} A name may
	 * hold the separator, and what is found under the whole text cannot have been meant otherwise.
	 *
	 * @param missing whether a plug may be missing; it is told to the diagnostics then
	 * @throws FenceException unless each plug is found, and found once
	 */
	List<FoundPlug> findAll(PlugSelector selector, boolean missing) throws FenceException {
		List<PlugSelector> parts = context.settings().partsOf(selector);
		boolean severalParts = !parts.isEmpty() && !parts.get(0).text().equals(selector.text());
		Optional<Match> whole = find(selector, true);
		if (whole.isPresent() || !severalParts) {
			return List.of(found(selector, whole, missing));
		}
		Map<String, FoundPlug> all = new LinkedHashMap<>();
		for (PlugSelector part : parts) {
			FoundPlug found = found(part, find(part, false), missing);
			all.putIfAbsent(found.plug().map(Plug::id).orElse(found.name()), found.unread());
		}
		return List.copyOf(all.values());
	}

	private FoundPlug found(PlugSelector selector, Optional<Match> match, boolean missing) throws FenceException {
		if (match.isEmpty()) {
			if (!missing) {
				throw notFound(selector);
			}
			context.diagnostics().warning(NLS.bind(Messages.missing_counts_as_off, selector.text()));
		}
		Optional<Plug> plug = match.map(Match::plug);
		return new FoundPlug(selector.text(), plug.map(Plug::path).orElse(selector.text()), plug, match.flatMap(Match::state));
	}

	private static FenceException notFound(PlugSelector selector) {
		String message = selector.datacenter().isPresent()
				? NLS.bind(Messages.not_found_in_datacenter, selector.text(), selector.datacenter().get())
				: NLS.bind(Messages.not_found, selector.text());
		return new FenceException(Kind.NOT_FOUND, message, Messages.not_found_advice);
	}

	private FenceException ambiguous(PlugSelector selector, List<Plug> candidates) {
		StringJoiner shown = new StringJoiner(", ");
		for (Plug candidate : candidates.subList(0, Math.min(candidates.size(), SHOWN_CANDIDATES))) {
			shown.add(NLS.bind(Messages.candidate, candidate.path(), candidate.id()));
		}
		if (candidates.size() > SHOWN_CANDIDATES) {
			shown.add(NLS.bind(Messages.further_candidates, candidates.size() - SHOWN_CANDIDATES));
		}
		return new FenceException(Kind.AMBIGUOUS,
				NLS.bind(Messages.ambiguous, new Object[] { selector.text(), candidates.size(), shown }),
				restrictable ? Messages.ambiguous_advice_datacenter : Messages.ambiguous_advice);
	}
}
