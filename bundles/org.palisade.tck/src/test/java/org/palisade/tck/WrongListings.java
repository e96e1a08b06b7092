package org.palisade.tck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerState;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Deadline;

/** Back ends that find or list what they must not: templates, and plugs of other datacenters. */
final class WrongListings {

	private WrongListings() {
	}

	@CaughtBy("aConsumerThatThrowsEndsTheListingAndNotTheSession")
	static final class SwallowsWhatTheConsumerThrows extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
					try {
						super.list(withPower, consumer, deadline);
					} catch (IllegalStateException e) {
						return;
					}
				}
			};
		}
	}

	@CaughtBy("aConsumerThatThrowsEndsTheListingAndNotTheSession")
	static final class ClosesWhenTheConsumerThrows extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				private boolean broken;

				@Override
				public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
					try {
						super.list(withPower, consumer, deadline);
					} catch (IllegalStateException e) {
						broken = true;
						throw e;
					}
				}

				@Override
				public PlugState read(Plug plug, Deadline deadline) throws FenceException {
					if (broken) {
						throw new IllegalStateException("closed");
					}
					return super.read(plug, deadline);
				}
			};
		}
	}

	@CaughtBy("aTemplateIsNeverFoundAsAnythingElseAndNeverListed")
	static final class TakesTemplatesForPlugs extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
					return super.find(selector, deadline).stream()
							.map(plug -> new Plug(plug.id(), plug.name(), plug.path(), plug.uuids(), false)).toList();
				}
			};
		}
	}

	@CaughtBy("aTemplateIsNeverFoundAsAnythingElseAndNeverListed")
	static final class ListsTemplates extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
					super.list(withPower, consumer, deadline);
					consumer.accept(new ListedPlug("golden image", "", PowerState.OFF));
				}
			};
		}
	}

	@CaughtBy("aDatacenterRestrictsWhatIsFoundAndListed")
	static final class FindsInAllDatacenters extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
					return super.find(new PlugSelector(selector.text(), Optional.empty()), deadline);
				}
			};
		}
	}

	@CaughtBy("aDatacenterRestrictsWhatIsFoundAndListed")
	static final class ListsAllDatacenters extends AlteredBackEnd {
		@Override
		public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
			Map<String, Object> unrestricted = Map.of(StandardOptions.IP, options.requiredText(StandardOptions.IP), StandardOptions.PASSWORD,
					options.secret(StandardOptions.PASSWORD).orElseThrow());
			return super.open(new OptionValues(unrestricted, unrestricted.keySet()), context, deadline);
		}
	}
}
