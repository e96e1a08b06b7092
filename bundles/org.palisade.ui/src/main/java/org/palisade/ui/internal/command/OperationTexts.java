package org.palisade.ui.internal.command;

import org.eclipse.osgi.util.NLS;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;
import org.palisade.operations.ClusterRole;
import org.palisade.operations.Phase;

/** Operations in words. */
public final class OperationTexts {

	private OperationTexts() {
	}

	/** {@return what a machine is to a cluster} */
	static String role(ClusterRole role) {
		String text = role.method().isEmpty() ? Messages.role : Messages.role_method;
		return NLS.bind(text, new Object[] { role.node(), role.cluster(), role.method(), role.device() });
	}

	static String jobName(FenceAction action, String machine) {
		return NLS.bind(switch (action) {
			case ON -> Messages.job_on;
			case OFF -> Messages.job_off;
			case REBOOT -> Messages.job_reboot;
			case STATUS -> Messages.job_status;
			default -> Messages.job_test;
		}, machine);
	}

	/** {@return what was achieved} */
	static String achieved(Achievement achievement, String machine) {
		return NLS.bind(switch (achievement) {
			case POWERED_ON -> Messages.powered_on;
			case ALREADY_ON -> Messages.already_on;
			case POWERED_OFF -> Messages.powered_off;
			case ALREADY_OFF -> Messages.already_off;
			case REBOOTED -> Messages.rebooted;
			case IS_ON -> Messages.status_on;
			case IS_OFF -> Messages.status_off;
			case USABLE, LISTED, VALID -> Messages.usable;
		}, machine);
	}

	/** {@return a phase, as what is being done} */
	public static String phase(Phase phase) {
		return switch (phase) {
			case LOG_IN -> Messages.phase_log_in;
			case FIND -> Messages.phase_find;
			case READ -> Messages.phase_read;
			case POWER_ON -> Messages.phase_on;
			case POWER_OFF -> Messages.phase_off;
			case RESET -> Messages.phase_reset;
			case CHECK -> Messages.phase_check;
			case LOG_OUT -> Messages.phase_log_out;
		};
	}
}
