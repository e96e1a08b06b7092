package org.palisade.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.engine.FenceOutcome.PlugOutcome;
import org.palisade.core.engine.PlugLookup.FoundPlug;
import org.palisade.core.option.PowerMethod;

/**
 * The plugs of one request, which stand or fall together: it succeeds when each of them does. All of them are known before the first is
 * touched, and after a failure the others are still taken care of, because every plug that is off is one less that can do harm.
 */
final class PlugGroup {

	/** What is done to a plug that exists. */
	@FunctionalInterface
	private interface Step {
		Achievement of(PowerSequence sequence) throws FenceException;
	}

	/**
	 * A plug of the group.
	 *
	 * @param history what is seen of it
	 * @param sequence the operations on it; empty when it does not exist and counts as off
	 */
	private record Member(String name, PlugHistory history, Optional<PowerSequence> sequence) {
	}

	private final List<Member> members = new ArrayList<>();
	private final RunContext context;
	private final List<PlugOutcome> outcomes;

	/**
	 * @param outcomes receives what came of each plug when there are several
	 */
	PlugGroup(List<FoundPlug> plugs, FenceSession session, RunContext context, List<PlugOutcome> outcomes) {
		for (FoundPlug found : plugs) {
			PlugHistory history = context.audit().follow(found);
			members.add(new Member(found.name(), history, found.plug().map(plug -> new PowerSequence(session, context, plug, found.state(), history))));
		}
		this.context = context;
		this.outcomes = outcomes;
	}

	Achievement on() throws FenceException {
		return together(each(PowerSequence::on, Achievement.ALREADY_OFF), Achievement.ALREADY_ON, Achievement.POWERED_ON);
	}

	Achievement off() throws FenceException {
		return together(each(PowerSequence::off, Achievement.ALREADY_OFF), Achievement.ALREADY_OFF, Achievement.POWERED_OFF);
	}

	/** On if any is not off. */
	Achievement status() throws FenceException {
		return together(each(PowerSequence::status, Achievement.IS_OFF), Achievement.IS_OFF, Achievement.IS_ON);
	}

	Achievement reboot() throws FenceException {
		if (context.settings().method() == PowerMethod.CYCLE) {
			each(PowerSequence::cycle, Achievement.ALREADY_OFF);
			return Achievement.REBOOTED;
		}
		if (members.size() == 1) {
			each(PowerSequence::reboot, Achievement.ALREADY_OFF);
			return Achievement.REBOOTED;
		}
		each(PowerSequence::offBeforeOn, Achievement.ALREADY_OFF);
		outcomes.clear();
		for (Member member : members) {
			onAgain(member);
			tell(member, new FenceOutcome.Succeeded(Achievement.REBOOTED));
		}
		return Achievement.REBOOTED;
	}

	private static void onAgain(Member member) throws FenceException {
		if (member.sequence().isPresent()) {
			try {
				member.sequence().get().onAgain();
			} finally {
				member.history().pause();
			}
		}
	}

	private List<Achievement> each(Step step, Achievement ofMissing) throws FenceException {
		List<Achievement> achievements = new ArrayList<>();
		if (members.size() == 1) {
			achievements.add(carryOut(members.get(0), step, ofMissing));
			return achievements;
		}
		List<FenceProblem> problems = new ArrayList<>();
		for (Member member : members) {
			try {
				Achievement achievement = carryOut(member, step, ofMissing);
				achievements.add(achievement);
				tell(member, new FenceOutcome.Succeeded(achievement));
			} catch (FenceException e) {
				FenceProblem problem = context.redactor().redact(e.problem());
				tell(member, new FenceOutcome.Failed(problem));
				if (problem.kind() == Kind.CANCELLED) {
					throw e;
				}
				problems.add(problem);
			}
		}
		if (!problems.isEmpty()) {
			throw failed(problems);
		}
		return achievements;
	}

	private static Achievement carryOut(Member member, Step step, Achievement ofMissing) throws FenceException {
		try {
			return member.sequence().isPresent() ? step.of(member.sequence().get()) : ofMissing;
		} finally {
			member.history().pause();
		}
	}

	private void tell(Member member, FenceOutcome outcome) {
		member.history().ended(outcome);
		outcomes.add(new PlugOutcome(member.name(), outcome));
	}

	private FenceException failed(List<FenceProblem> problems) {
		FenceProblem first = problems.get(0);
		return new FenceException(first.kind(),
				NLS.bind(Messages.several_failed, new Object[] { problems.size(), members.size(), first.message() }), first.advice());
	}

	private static Achievement together(List<Achievement> achievements, Achievement unchanged, Achievement otherwise) {
		return achievements.stream().allMatch(achievement -> achievement == unchanged) ? unchanged : otherwise;
	}
}
