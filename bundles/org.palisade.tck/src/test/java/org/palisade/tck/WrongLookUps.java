package org.palisade.tck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.api.time.Deadline;

/** Back ends that find, read or list wrongly. */
final class WrongLookUps {

	private WrongLookUps() {
	}

	@CaughtBy("aPartOfANameFindsNothing")
	static final class GuessesByPrefix extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
					List<Plug> exact = super.find(selector, deadline);
					List<Plug> guessed = new ArrayList<>(exact);
					list(false, row -> {
						if (exact.isEmpty() && row.name().startsWith(selector.text())) {
							guessed.add(new Plug("m-1", row.name(), row.name(), Optional.of(row.alias()), false));
						}
					}, deadline);
					return guessed;
				}
			};
		}
	}

	@CaughtBy("allThatMatchAreFoundAndEachOnce")
	static final class TakesTheFirst extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
					return super.find(selector, deadline).stream().limit(1).toList();
				}
			};
		}
	}

	@CaughtBy("allThatMatchAreFoundAndEachOnce")
	static final class RepeatsItself extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
					List<Plug> found = new ArrayList<>(super.find(selector, deadline));
					if (found.size() > 1) {
						found.addAll(found);
					}
					return found;
				}
			};
		}
	}

	@CaughtBy({ "whatDoesNotExistIsNotFound", "aPartOfANameFindsNothing", "aDatacenterRestrictsWhatIsFoundAndListed" })
	static final class DecidesThatNothingIsAnError extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
					List<Plug> found = super.find(selector, deadline);
					if (found.isEmpty()) {
						throw new FenceException(Kind.NOT_FOUND, "no such plug", "");
					}
					return found;
				}
			};
		}
	}

	@CaughtBy({ "theStateReadIsTheRealOne", "operationsCanFollowEachOtherInOneSession", "aStateThatComesWithTheOutcomeIsWhatIsRead" })
	static final class RemembersTheFirstState extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			Map<Plug, PlugState> seen = new HashMap<>();
			return new AlteredSession(good) {
				@Override
				public PlugState read(Plug plug, Deadline deadline) throws FenceException {
					PlugState now = super.read(plug, deadline);
					return seen.computeIfAbsent(plug, ignored -> now);
				}
			};
		}
	}

	@CaughtBy("theStateReadIsTheRealOne")
	static final class DoubtsEverything extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public PlugState read(Plug plug, Deadline deadline) throws FenceException {
					PlugState state = super.read(plug, deadline);
					return new PlugState(state.plug(), state.power(), Optional.of("who knows"));
				}
			};
		}
	}

	@CaughtBy("anotherPlugOfTheSameNameIsNotTakenForTheFirst")
	static final class ReadsByName extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public PlugState read(Plug plug, Deadline deadline) throws FenceException {
					List<Plug> found = find(PlugSelector.of(plug.name()), deadline);
					return new PlugState(plug, super.read(found.isEmpty() ? plug : found.get(0), deadline).power(), Optional.empty());
				}
			};
		}
	}

	@CaughtBy({ "aPlugThatIsGoneIsNotFoundWhenRead", "anotherPlugOfTheSameNameIsNotTakenForTheFirst" })
	static final class TakesGoneForOff extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public PlugState read(Plug plug, Deadline deadline) throws FenceException {
					try {
						return super.read(plug, deadline);
					} catch (FenceException e) {
						if (e.problem().kind() == Kind.NOT_FOUND) {
							return new PlugState(plug, PowerState.OFF, Optional.empty());
						}
						throw e;
					}
				}
			};
		}
	}

	@CaughtBy({ "theListingHoldsThePlugByANameThatFindsIt", "theListingTellsTheRealStates", "aDatacenterRestrictsWhatIsFoundAndListed" })
	static final class ListsNamesThatFindNothing extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
					super.list(withPower, row -> consumer.accept(
							new ListedPlug(row.name().toUpperCase(Locale.ROOT), row.alias(), row.power())), deadline);
				}
			};
		}
	}

	@CaughtBy("theListingHoldsThePlugByANameThatFindsIt")
	static final class ListsAliasesThatFindNothing extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
					super.list(withPower, row -> consumer.accept(new ListedPlug(row.name(), "alias", row.power())), deadline);
				}
			};
		}
	}

	@CaughtBy("theListingTellsTheRealStates")
	static final class ListsNoStates extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
					super.list(false, consumer, deadline);
				}
			};
		}
	}

	@CaughtBy({ "theListingIsHandedOverInTheCallingThread", "aConsumerThatThrowsEndsTheListingAndNotTheSession" })
	static final class ListsInAThreadOfItsOwn extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
					super.list(withPower, row -> {
						Thread thread = new Thread(() -> consumer.accept(row));
						thread.start();
						try {
							thread.join();
						} catch (InterruptedException e) {
							Thread.currentThread().interrupt();
						}
					}, deadline);
				}
			};
		}
	}

	@CaughtBy("lookingChangesNothing")
	static final class ChecksByTryingOut extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
					super.check(plug, deadline);
					if (plug.isPresent()) {
						change(plug.get(), PowerOperation.OFF, deadline);
					}
				}
			};
		}
	}
}
