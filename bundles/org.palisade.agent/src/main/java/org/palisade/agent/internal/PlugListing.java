package org.palisade.agent.internal;

import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.ListedPlug;
import org.palisade.api.PowerState;
import org.palisade.api.time.CancellationSource;

/**
 * Prints the rows of a listing as they arrive, a line each, fields unquoted. A name that holds a line break would forge another plug's
 * line, so it is left out; a name that holds the separator is printed as it is, as the contract has no way to quote it.
 */
final class PlugListing implements Consumer<ListedPlug> {

	/** Large enough that 40,000 rows do not cost as many system calls. */
	private static final int CHUNK = 1 << 13;

	private final AgentOutput output;
	private final String separator;
	private final boolean withPower;
	private final CancellationSource cancellation;

	private final StringBuilder pending = new StringBuilder();
	private int withSeparator;

	/**
	 * @param cancellation requested when nobody reads the rows any more
	 */
	PlugListing(AgentOutput output, String separator, boolean withPower, CancellationSource cancellation) {
		this.output = output;
		this.separator = separator;
		this.withPower = withPower;
		this.cancellation = cancellation;
	}

	@Override
	public void accept(ListedPlug plug) {
		if (!PlainText.isPlain(plug.name()) || !PlainText.isPlain(plug.alias())) {
			output.warning(NLS.bind(Messages.not_listable, plug.name()));
			return;
		}
		if (plug.name().contains(separator)) {
			withSeparator++;
		}
		pending.append(plug.name()).append(separator).append(plug.alias());
		if (withPower) {
			pending.append(separator).append(word(plug.power()));
		}
		pending.append('\n');
		if (pending.length() >= CHUNK) {
			flush();
		}
	}

	/** Called once, after the last row. */
	void finish() {
		flush();
		if (withSeparator > 0) {
			output.warning(NLS.bind(Messages.separator_in_names, withSeparator, separator));
		}
	}

	private void flush() {
		if (pending.length() > 0) {
			output.print(pending.toString());
			pending.setLength(0);
		}
		if (output.isReaderGone()) {
			cancellation.request();
		}
	}

	/** The contract knows ON, OFF and UNKNOWN; a suspended plug is neither of the first two. */
	private static String word(PowerState power) {
		return switch (power) {
			case ON -> "ON";
			case OFF -> "OFF";
			case SUSPENDED, UNKNOWN -> "UNKNOWN";
		};
	}
}
