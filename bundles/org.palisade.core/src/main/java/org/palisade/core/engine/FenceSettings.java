package org.palisade.core.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.palisade.api.PlugSelector;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Deadline;
import org.palisade.core.option.BooleanWord;
import org.palisade.core.option.CoreOptions;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;

/**
 * How the engine is to behave in one request. Immutable. The limits of log-in, answer and power operation count as wall-clock time; zero
 * means that there is no limit but that of the whole run, as with fence-agents.
 *
 * @param delay how long to wait before an off or reboot begins
 * @param loginLimit how long logging in may take
 * @param answerLimit how long one answer of the server may take
 * @param powerLimit how long one power operation may take
 * @param powerWait how long to wait after a power operation before its result is read back
 * @param powerOnTries how often to try to power on, at least once
 * @param missingAsOff whether a plug that does not exist counts as off
 * @param suspendedAsOff whether a suspended plug counts as off where nothing is powered on afterwards
 * @param method how to reboot
 * @param plugSeparator what stands between several plugs, not empty
 * @param limitsLifted whether the three limits are lifted; the one of the whole run never is
 */
public record FenceSettings(Duration delay, Duration loginLimit, Duration answerLimit, Duration powerLimit, Duration powerWait,
		int powerOnTries, boolean missingAsOff, boolean suspendedAsOff, PowerMethod method, String plugSeparator, boolean limitsLifted) {

	/** Below the 60 seconds after which pacemaker gives up on an agent by default, with room for start and log-out. */
	private static final Duration SHORTEST_RUN = Duration.ofSeconds(55);

	/** Refuses nulls, fewer than one try and an empty separator. */
	public FenceSettings {
		Objects.requireNonNull(delay);
		Objects.requireNonNull(loginLimit);
		Objects.requireNonNull(answerLimit);
		Objects.requireNonNull(powerLimit);
		Objects.requireNonNull(powerWait);
		Objects.requireNonNull(method);
		if (powerOnTries < 1) {
			throw new IllegalArgumentException("at least one try is needed");
		}
		if (plugSeparator.isEmpty()) {
			throw new IllegalArgumentException("nothing separates nothing");
		}
	}

	/**
	 * {@return the settings that stand in the options}
	 *
	 * @param options checked values
	 * @param limitsLiftedByDefault what holds when the options do not say whether to lift the limits: true under pacemaker, which has a
	 *            limit of its own
	 */
	public static FenceSettings of(OptionValues options, boolean limitsLiftedByDefault) {
		boolean lifted = options.text(CoreOptions.DISABLE_TIMEOUT).map(FenceSettings::isTrue).orElse(limitsLiftedByDefault);
		return new FenceSettings(seconds(options, CoreOptions.DELAY), seconds(options, CoreOptions.LOGIN_TIMEOUT),
				seconds(options, CoreOptions.SHELL_TIMEOUT), seconds(options, CoreOptions.POWER_TIMEOUT),
				seconds(options, CoreOptions.POWER_WAIT), Math.max(1, options.number(CoreOptions.RETRY_ON).orElse(1)),
				options.flag(CoreOptions.MISSING_AS_OFF), options.flag(CoreOptions.SUSPENDED_AS_OFF), method(options),
				options.text(CoreOptions.PLUG_SEPARATOR).orElse(","), lifted);
	}

	/**
	 * {@return how long a whole run of that action may take}
	 *
	 * @param plugs what the caller wrote for the plug: what may be several plugs may take as long as several
	 */
	public Duration runLimit(FenceAction action, Optional<PlugSelector> plugs) {
		int operations = (action == FenceAction.REBOOT ? 2 : 1) * plugs.map(this::partsOf).map(List::size).orElse(1);
		Duration needed = loginLimit.plus(answerLimit).plus(powerLimit.multipliedBy(operations));
		Duration run = needed.compareTo(SHORTEST_RUN) > 0 ? needed : SHORTEST_RUN;
		return run.plus(delay).plus(powerWait.multipliedBy(operations));
	}

	/** {@return the plugs that the text of a selector means if it means several} */
	List<PlugSelector> partsOf(PlugSelector selector) {
		List<PlugSelector> parts = new ArrayList<>();
		String text = selector.text();
		int start = 0;
		for (int end = 0; end >= 0; start = end + plugSeparator.length()) {
			end = text.indexOf(plugSeparator, start);
			String part = end < 0 ? text.substring(start) : text.substring(start, end);
			if (!part.isEmpty()) {
				parts.add(new PlugSelector(part, selector.datacenter()));
			}
		}
		return parts;
	}

	/** {@return by when a session must be open that is opened now} */
	Deadline loginDeadline(Deadline run) {
		return limited(run, loginLimit);
	}

	/** {@return by when a power operation must have ended that is asked for now} */
	Deadline powerDeadline(Deadline run) {
		return limited(run, powerLimit);
	}

	/** {@return how long an answer may take in a session that is opened now} */
	Duration sessionAnswerLimit(Deadline run) {
		return limited(run, answerLimit).remaining();
	}

	private Deadline limited(Deadline run, Duration limit) {
		return limitsLifted || limit.isZero() ? run : run.within(limit);
	}

	private static PowerMethod method(OptionValues options) {
		boolean cycle = options.text(StandardOptions.METHOD).filter(StandardOptions.METHOD_CYCLE::equals).isPresent();
		return cycle ? PowerMethod.CYCLE : PowerMethod.ONOFF;
	}

	private static Duration seconds(OptionValues options, String name) {
		return options.duration(name).orElse(Duration.ZERO);
	}

	private static boolean isTrue(String word) {
		return BooleanWord.parse(word).orElse(Boolean.FALSE);
	}
}
