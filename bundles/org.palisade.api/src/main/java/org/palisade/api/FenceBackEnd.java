package org.palisade.api;

import java.util.List;
import java.util.Set;

import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Deadline;

/**
 * A way of fencing: the service that a back-end bundle registers. Implementations are thread-safe and hold no state of a request.
 */
public interface FenceBackEnd {

	/** {@return the value of the option {@code vmware_type} that selects this back end: lower-case letters and digits} */
	String type();

	/** {@return one sentence that says what this back end talks to, in the user's language} */
	String summary();

	/**
	 * {@return the options of this back end's own, beside the {@linkplain org.palisade.api.option.StandardOptions standard ones}} Two
	 * back ends may declare the same option if their declarations are equal.
	 */
	List<OptionDeclaration> options();

	/** {@return the names of the options, standard ones included, without which a session cannot be opened} */
	Set<String> requiredOptions();

	/** {@return what this back end can do to the power of a plug} On and off are what fencing cannot do without. */
	default Set<PowerOperation> operations() {
		return Set.of(PowerOperation.ON, PowerOperation.OFF);
	}

	/**
	 * {@return whether plugs lie in datacenters} If so, {@link org.palisade.api.PlugSelector#datacenter()} and the option
	 * {@code vmware_datacenter} restrict look-ups and listings to one. If not, a request that asks for it is refused before this back end is asked
	 * to validate anything: a restriction is never silently left out.
	 */
	default boolean hasDatacenters() {
		return false;
	}

	/**
	 * Checks what can be checked without opening a connection: the form of an address, files that must be readable.
	 *
	 * @param options values of the standard options and of {@link #options()}, required ones present; but for the password where a script
	 *            is to give it, which runs only when the session is opened
	 * @throws FenceException of kind {@link FenceProblem.Kind#OPTION}, naming the option and what would be right
	 */
	void validate(OptionValues options) throws FenceException;

	/**
	 * Connects and logs in. Where the server keeps no sessions, each call of the session may log in instead, and fail for it then. The caller closes
	 * the session on every path. Nothing that was opened is left open when this fails.
	 *
	 * @param options values that {@link #validate} has accepted
	 * @param context cancellation and diagnostics for the life of the session
	 * @param deadline by when the session must be open; when it passes, whatever was opened is closed and logged out again
	 * @throws FenceException when it cannot be opened, of the kind that tells where it failed; {@link FenceProblem.Kind#NOT_OFFERED} allows the
	 *             caller to open a session of another back end instead
	 */
	FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException;
}
