package org.palisade.cluster.internal.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.model.Agents;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceOperation;
import org.palisade.cluster.model.QuickFix;
import org.palisade.cluster.model.Severity;
import org.palisade.cluster.model.TextEdit;

/** Whether the timeouts are durations, and whether an agent is given the time that it was told it may take. */
public final class TimeoutRules {

	private static final Pattern DURATION_OPTION = Pattern
			.compile("login_timeout|shell_timeout|power_timeout|power_wait|delay|stonith_status_sleep|pcmk_delay_max|pcmk_\\w+_timeout");
	/** The stonith-timeout of Pacemaker when none is set. */
	private static final long FENCER_DEFAULT = 60;
	/** Palisade's agent ends by itself within this time, or within the sum of its timeouts where that is more. */
	private static final long AGENT_DEFAULT = 55;
	private static final long MARGIN = 5;

	private final CheckContext context;

	private TimeoutRules(CheckContext context) {
		this.context = context;
	}

	/** Checks by these rules. */
	public static void check(CheckContext context) {
		TimeoutRules rules = new TimeoutRules(context);
		rules.checkDurations();
		rules.checkRace();
		if (context.configuration().form().isPacemaker()) {
			context.configuration().devices().forEach(rules::checkMonitor);
			context.configuration().devices().stream().filter(Agents::isOurs).forEach(rules::checkSums);
		}
	}

	private void checkDurations() {
		Stream<ClusterOption> options = context.configuration().devices().stream().flatMap(device -> Stream.concat(
				device.options().stream().filter(option -> DURATION_OPTION.matcher(option.name()).matches()),
				device.operations().stream().flatMap(operation -> operation.options().stream())
						.filter(option -> List.of("interval", "timeout").contains(option.name()))));
		Stream<ClusterOption> properties = context.configuration().property("stonith-timeout", "fencing-timeout").stream();
		Stream.concat(options, properties).filter(option -> Durations.seconds(option.text()).isEmpty()).forEach(option -> context.report(
				"invalid-timeout", Severity.ERROR, option.where(), NLS.bind(Messages.invalid_timeout, option.name()), Messages.invalid_timeout_why));
	}

	private void checkMonitor(FenceDevice device) {
		Optional<FenceOperation> monitor = device.operations().stream().filter(operation -> operation.name().equals(FenceOperation.MONITOR)).findFirst();
		boolean recurring = monitor.flatMap(operation -> operation.option("interval")).flatMap(interval -> Durations.seconds(interval.text()))
				.filter(seconds -> seconds > 0).isPresent();
		if (!recurring) {
			QuickFix[] fixes = monitor.isPresent() ? new QuickFix[0]
					: context.editor().addMonitor(device, "60s").map(edit -> context.fix(Messages.add_monitor, List.of(edit))).stream().toArray(QuickFix[]::new);
			context.report("no-monitor", Severity.WARNING, device.where(), NLS.bind(Messages.no_monitor, device.name()), Messages.no_monitor_why, fixes);
		}
		Optional<ClusterOption> timeout = monitor.flatMap(operation -> operation.option("timeout"));
		long needed = seconds(device, "login_timeout", 5) + seconds(device, "shell_timeout", 3);
		if (Agents.isOurs(device) && timeout.flatMap(option -> Durations.seconds(option.text())).filter(seconds -> seconds <= needed).isPresent()) {
			context.report("timeout-sum", Severity.WARNING, timeout.get().where(),
					NLS.bind(Messages.monitor_too_short, new Object[] { device.name(), timeout.get().text(), needed }), Messages.timeout_why,
					context.fix(NLS.bind(Messages.set_option, "timeout", needed + MARGIN + "s"),
							context.editor().replaceOption(timeout.get(), "timeout", needed + MARGIN + "s")));
		}
	}

	private void checkSums(FenceDevice device) {
		long fencer = context.configuration().property("stonith-timeout", "fencing-timeout").flatMap(option -> Durations.seconds(option.text()))
				.orElse(FENCER_DEFAULT);
		boolean off = device.text("pcmk_reboot_action").filter("off"::equals).isPresent();
		compare(device, "reboot", fencer, off ? 1 : 2);
		compare(device, "off", fencer, 1);
	}

	/** An agent that the fencer kills cannot say what went wrong, nor log out. */
	private void compare(FenceDevice device, String action, long fencer, int powerChanges) {
		String limitOption = "pcmk_" + action + "_timeout";
		Optional<ClusterOption> own = device.option(limitOption);
		long limit = own.flatMap(option -> Durations.seconds(option.text())).orElse(fencer);
		long sum = seconds(device, "login_timeout", 5) + seconds(device, "shell_timeout", 3) + powerChanges * seconds(device, "power_timeout", 20);
		long needed = Math.max(AGENT_DEFAULT, sum) + seconds(device, "delay", 0) + seconds(device, "power_wait", 0);
		if (needed < limit) {
			return;
		}
		String value = needed + MARGIN + "s";
		List<TextEdit> edits = own.map(option -> context.editor().replaceOption(option, limitOption, value))
				.orElseGet(() -> List.of(context.editor().addOption(device, limitOption, value)));
		context.report("timeout-sum", Severity.WARNING, own.map(ClusterOption::where).orElse(device.where()),
				NLS.bind(Messages.too_short, new Object[] { device.name(), needed, limit, own.isPresent() ? limitOption : "stonith-timeout", action }),
				Messages.timeout_why, context.fix(NLS.bind(Messages.set_option, limitOption, value), edits));
	}

	private static long seconds(FenceDevice device, String option, long byDefault) {
		return device.text(option).flatMap(Durations::seconds).orElse(byDefault);
	}

	/** Two nodes that lose each other fence each other at the same moment, unless one of them waits. */
	private void checkRace() {
		boolean delayed = Stream.concat(context.configuration().devices().stream().flatMap(device -> device.options().stream()),
				context.configuration().levels().stream().flatMap(level -> level.devices().stream()).flatMap(use -> use.options().stream()))
				.anyMatch(option -> option.name().equals("delay") || option.name().startsWith("pcmk_delay_"));
		if (context.configuration().nodes().size() == 2 && !delayed && context.configuration().property("priority-fencing-delay").isEmpty()
				&& !context.configuration().devices().isEmpty()) {
			context.report("fence-race", Severity.NOTE, context.configuration().devices().get(0).where(), Messages.race, Messages.race_why);
		}
	}
}
