package org.palisade.ui.tests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.time.Deadline;

/** A stand-in for a back end that lists its plugs, tells nothing by itself, and has an option that is a secret. */
final class ListingBackEnd implements FenceBackEnd {

	static final String TYPE = "listing";
	static final String TOKEN = "listing_token";
	static final String RIGHT = "right-token-of-the-test";

	/** What it lists. */
	final Map<String, PowerState> plugs = new ConcurrentSkipListMap<>();

	private final String type;

	ListingBackEnd() {
		this(TYPE);
	}

	ListingBackEnd(String type) {
		this.type = type;
	}

	@Override
	public String type() {
		return type;
	}

	@Override
	public String summary() {
		return "a stand-in that lists";
	}

	@Override
	public List<OptionDeclaration> options() {
		return List.of(OptionDeclaration.of(TOKEN, OptionType.SECRET, "Token by which one logs in"));
	}

	@Override
	public Set<String> requiredOptions() {
		return Set.of(TOKEN);
	}

	@Override
	public void validate(OptionValues options) {
		// every token may be tried
	}

	@Override
	public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		if (!options.secret(TOKEN).equals(Optional.of(Secret.of(RIGHT)))) {
			throw new FenceException(FenceProblem.Kind.LOGIN, "The token is refused", "Enter the right one");
		}
		return new Session();
	}

	private final class Session implements FenceSession {

		@Override
		public List<Plug> find(PlugSelector selector, Deadline deadline) {
			return List.of();
		}

		@Override
		public PlugState read(Plug plug, Deadline deadline) {
			throw new AssertionError("nothing is found, so nothing is read");
		}

		@Override
		public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) {
			throw new AssertionError("nothing is found, so nothing is powered");
		}

		@Override
		public void check(Optional<Plug> plug, Deadline deadline) {
			// whoever is logged in may do everything
		}

		@Override
		public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) {
			plugs.forEach((name, power) -> consumer.accept(new ListedPlug(name, "", power)));
		}

		@Override
		public void close(Deadline deadline) {
			// holds nothing
		}
	}
}
