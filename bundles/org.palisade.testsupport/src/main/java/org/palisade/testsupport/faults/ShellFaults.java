package org.palisade.testsupport.faults;

/** What goes wrong with a command that a shell script stands in for, in the words of the shell. */
public final class ShellFaults {

	/** Longer than the longest limit of the matrix, for two commands. */
	private static final int HANGING_SECONDS = 60;
	private static final int DROPS_OF_A_SECOND = 20;

	private ShellFaults() {
	}

	/**
	 * {@return what the script is to do instead of its work}
	 *
	 * @throws IllegalArgumentException when it is nothing that a command can do
	 */
	public static String of(Fault fault) {
		return switch (fault) {
			case REFUSED -> says("Error: Insufficient permission to perform operation", 255);
			case HANG -> "exec sleep " + HANGING_SECONDS + "\n";
			case RESET -> "printf 'Tot'; kill -9 $$\n";
			case DRIP -> "i=0; while [ $i -lt " + HANGING_SECONDS * DROPS_OF_A_SECOND + " ]; do printf 'x'; sleep 0.05; i=$((i+1)); done\n";
			case MALFORMED -> "printf '\\001\\377 this is no answer\\n'; exit 0\n";
			case TRUNCATED -> "printf 'Tot'; exit 0\n";
			case WRONG_TYPES -> "printf 'Total running VMs: many\\nTotal registered VMs: many\\ngetstate() = 7\\n'; exit 0\n";
			case UNKNOWN_FAULT -> says("Error: The flux is inverted", 255);
			case ENORMOUS -> "exec yes 'Total running VMs: 1'\n";
			case RESTART -> says("Error: Unable to connect to the host", 255);
			default -> throw new IllegalArgumentException(fault.toString());
		};
	}

	/** {@return a script that says that and ends} */
	public static String says(String text, int status) {
		return "printf '%s\\n' '" + text + "'; exit " + status + "\n";
	}
}
