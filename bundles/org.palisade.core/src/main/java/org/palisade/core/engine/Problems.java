package org.palisade.core.engine;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PlugState;

/** The problems that the engine itself finds. */
final class Problems {

	private Problems() {
	}

	static FenceException cancelled() {
		return new FenceException(Kind.CANCELLED, Messages.cancelled, "");
	}

	static FenceException runTimedOut() {
		return new FenceException(Kind.TIMEOUT, Messages.run_timed_out, Messages.run_timed_out_advice);
	}

	static FenceException noLongerTheSame(Plug plug) {
		return new FenceException(Kind.REFUSED, NLS.bind(Messages.no_longer_the_same, plug.path(), plug.id()),
				Messages.no_longer_the_same_advice);
	}

	static FenceException isTemplate(Plug plug) {
		return new FenceException(Kind.REFUSED, NLS.bind(Messages.template, plug.path()), Messages.template_advice);
	}

	/** A state that says too little to act on or to report as success. */
	static FenceException unverified(PlugState state) {
		String message = state.doubt().isPresent()
				? NLS.bind(Messages.doubtful, new Object[] { state.plug().path(), state.power(), state.doubt().get() })
				: NLS.bind(Messages.not_in_wanted_state, state.plug().path(), state.power());
		return new FenceException(Kind.UNVERIFIED, message, Messages.unverified_advice);
	}

	/** The server's own words about a failed power off, and what the state that was read back adds to them. */
	static FenceException powerOffFailed(FenceProblem problem, PlugState after) {
		String message = problem.message() + after.doubt().map(doubt -> "; " + doubt).orElse("");
		return switch (after.power()) {
			case SUSPENDED -> new FenceException(problem.kind(), NLS.bind(Messages.suspended_not_off, after.plug().path(), message),
					Messages.suspended_advice);
			default -> new FenceException(problem.kind(), message, problem.advice());
		};
	}
}
