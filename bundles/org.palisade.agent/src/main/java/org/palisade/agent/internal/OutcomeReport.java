package org.palisade.agent.internal;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceProblem;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.engine.FenceOutcome.PlugOutcome;

/** Tells the caller how a request ended, in the words of the contract. */
final class OutcomeReport {

	private final AgentOutput output;

	OutcomeReport(AgentOutput output) {
		this.output = output;
	}

	ExitCode tell(FenceOutcome outcome) {
		outcome.plugs().forEach(this::tell);
		if (outcome instanceof FenceOutcome.Succeeded succeeded) {
			return tell(succeeded.achievement());
		}
		return fail(((FenceOutcome.Failed) outcome).problem());
	}

	/** Standard output has room for one result, so what came of each of several plugs is told beside it. */
	private void tell(PlugOutcome plug) {
		String text = plug.outcome() instanceof FenceOutcome.Succeeded succeeded ? words(succeeded.achievement())
				: AgentOutput.text(((FenceOutcome.Failed) plug.outcome()).problem());
		output.note(NLS.bind(Messages.plug_outcome, plug.plug(), text));
	}

	private ExitCode tell(Achievement achievement) {
		return switch (achievement) {
			case POWERED_ON, ALREADY_ON, POWERED_OFF, ALREADY_OFF, REBOOTED, IS_ON -> announce(words(achievement) + "\n", ExitCode.SUCCESS);
			case IS_OFF -> announce(words(achievement) + "\n", ExitCode.OFF);
			case USABLE, LISTED, VALID -> ExitCode.SUCCESS;
		};
	}

	private static String words(Achievement achievement) {
		return switch (achievement) {
			case POWERED_ON -> "Success: Powered ON";
			case ALREADY_ON -> "Success: Already ON";
			case POWERED_OFF -> "Success: Powered OFF";
			case ALREADY_OFF -> "Success: Already OFF";
			case REBOOTED -> "Success: Rebooted";
			case IS_ON -> "Status: ON";
			case IS_OFF -> "Status: OFF";
			case USABLE, LISTED, VALID -> "";
		};
	}

	/** The exit code carries the result as well, so a reader who has gone away makes no failure of a plug that was fenced. */
	ExitCode announce(String text, ExitCode code) {
		if (!output.print(text)) {
			return fail(new FenceProblem(FenceProblem.Kind.CANCELLED, Messages.stopped, ""));
		}
		output.recordResult(text);
		return code;
	}

	ExitCode fail(FenceProblem problem) {
		output.problem(problem);
		return ExitCode.FAILURE;
	}
}
