package org.palisade.backend.esx.internal.schedule;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.api.time.Deadline;

/** Wrong in one thing each; the schedules must notice every one. */
enum WrongBackEnd {
	/** Of several plugs it finds the first. */
	FINDS_ONE_OF_SEVERAL {
		@Override
		Object answer(FenceSession session, String method, Object[] arguments, Answer answer) throws Throwable {
			Object found = answer.get(arguments);
			return method.equals("find") ? ((List<?>) found).stream().limit(1).toList() : found;
		}
	},
	/** It says that what it reads is what was asked for, so that the engine's comparison is of no effect. */
	HIDES_ANOTHER_IDENTITY {
		@Override
		Object answer(FenceSession session, String method, Object[] arguments, Answer answer) throws Throwable {
			Object read = answer.get(arguments);
			return read instanceof PlugState state ? new PlugState((Plug) arguments[0], state.power(), state.doubt()) : read;
		}
	},
	/** It says off without having looked, as if nothing was read back. */
	BELIEVES_IN_SUCCESS {
		private final ThreadLocal<Boolean> changed = ThreadLocal.withInitial(() -> false);

		@Override
		Object answer(FenceSession session, String method, Object[] arguments, Answer answer) throws Throwable {
			if (method.equals("read") && changed.get()) {
				return new PlugState((Plug) arguments[0], PowerState.OFF, Optional.empty());
			}
			Object result = answer.get(arguments);
			changed.set(method.equals("change") && arguments[1] == PowerOperation.OFF);
			return method.equals("change") ? new PowerChange.Seen() : result;
		}
	},
	/** It addresses by name what it was told by its identifier. */
	POWERS_BY_NAME {
		@Override
		Object answer(FenceSession session, String method, Object[] arguments, Answer answer) throws Throwable {
			if (method.equals("change")) {
				List<Plug> named = session.find(PlugSelector.of(((Plug) arguments[0]).name()), (Deadline) arguments[2]);
				return answer.get(named.isEmpty() ? arguments[0] : named.get(0), arguments[1], arguments[2]);
			}
			return answer.get(arguments);
		}
	},
	/** What is suspended it calls off. */
	CALLS_SUSPENDED_OFF {
		@Override
		Object answer(FenceSession session, String method, Object[] arguments, Answer answer) throws Throwable {
			Object read = answer.get(arguments);
			return read instanceof PlugState state && state.power() == PowerState.SUSPENDED ? new PlugState(state.plug(), PowerState.OFF, Optional.empty()) : read;
		}
	},
	/** It orders again what was refused. */
	ORDERS_AGAIN {
		@Override
		Object answer(FenceSession session, String method, Object[] arguments, Answer answer) throws Throwable {
			Object result = answer.get(arguments);
			return result instanceof PowerChange.Failed ? answer.get(arguments) : result;
		}
	},
	/** It does not log out. */
	STAYS_LOGGED_IN {
		@Override
		Object answer(FenceSession session, String method, Object[] arguments, Answer answer) throws Throwable {
			return method.equals("close") ? null : answer.get(arguments);
		}
	};

	/** What the right one would do. */
	@FunctionalInterface
	interface Answer {
		Object get(Object... arguments) throws Throwable;
	}

	abstract Object answer(FenceSession session, String method, Object[] arguments, Answer answer) throws Throwable;

	FenceSession around(FenceSession session) {
		return (FenceSession) Proxy.newProxyInstance(WrongBackEnd.class.getClassLoader(), new Class<?>[] { FenceSession.class },
				(proxy, method, arguments) -> answer(session, method.getName(), arguments, given -> {
					try {
						return method.invoke(session, given);
					} catch (InvocationTargetException e) {
						throw e.getCause();
					}
				}));
	}
}
