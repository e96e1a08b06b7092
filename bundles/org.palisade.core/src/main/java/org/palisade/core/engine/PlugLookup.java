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
	 */
	record FoundPlug(String asked, String name, Optional<Plug> plug) {
	}

	private final FenceSession session;
	private final boolean restrictable;
	private final RunContext context;

	/**
	 * @param restrictable whether the caller could restrict the look-up to a datacenter and has not
	 */
	PlugLookup(FenceSession session, boolean restrictable, RunContext context) {
		this.session = session;
		this.restrictable = restrictable;
		this.context = context;
	}

	/**
	 * {@return the one plug that matches, empty when none does}
	 *
	 * @throws FenceException when several match, or only templates do
	 */
	private Optional<Plug> find(PlugSelector selector) throws FenceException {
		List<Plug> candidates = new ArrayList<>();
		List<Plug> templates = new ArrayList<>();
		for (Plug found : session.find(selector, context.deadline())) {
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
	 * {@return the plugs that the text means, each once: the plug of the whole text or, when there is none, those of its parts} A name may
	 * hold the separator, and what is found under the whole text cannot have been meant otherwise.
	 *
	 * @param missing whether a plug may be missing; it is told to the diagnostics then
	 * @throws FenceException unless each plug is found, and found once
	 */
	List<FoundPlug> findAll(PlugSelector selector, boolean missing) throws FenceException {
		Optional<Plug> whole = find(selector);
		List<PlugSelector> parts = whole.isPresent() ? List.of() : context.settings().partsOf(selector);
		if (parts.isEmpty() || parts.get(0).equals(selector)) {
			return List.of(found(selector, whole, missing));
		}
		Map<String, FoundPlug> all = new LinkedHashMap<>();
		for (PlugSelector part : parts) {
			FoundPlug found = found(part, find(part), missing);
			all.putIfAbsent(found.plug().map(Plug::id).orElse(found.name()), found);
		}
		return List.copyOf(all.values());
	}

	private FoundPlug found(PlugSelector selector, Optional<Plug> plug, boolean missing) throws FenceException {
		if (plug.isEmpty()) {
			if (!missing) {
				throw notFound(selector);
			}
			context.diagnostics().warning(NLS.bind(Messages.missing_counts_as_off, selector.text()));
		}
		return new FoundPlug(selector.text(), plug.map(Plug::path).orElse(selector.text()), plug);
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
