package org.palisade.tck;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.palisade.api.PowerState;

/**
 * What the back end under test talks to, with a plug on it that a test may power on and off, and the truth about that plug: it must be told
 * without the back end. Each test gets a test bed of its own and closes it. Called by one thread at a time.
 */
public interface TestBed extends AutoCloseable {

	/**
	 * {@return the values of the options with which the back end opens a session here} Defaults need not be among them. Each value has the
	 * Java type that {@link org.palisade.api.option.OptionValues} says. A password has at least eight characters, so that the kit can
	 * look for it in everything the back end says.
	 */
	Map<String, Object> options();

	/** {@return a text that names exactly one plug, which is on when the test bed is made} */
	String plug();

	/** {@return a text that names no plug} */
	String missingPlug();

	/** {@return a text that names several plugs, empty when the test bed has none such; what depends on it is then skipped} */
	default Optional<String> ambiguousPlug() {
		return Optional.empty();
	}

	/**
	 * {@return values that the back end must refuse without contacting anybody, by option} Each is tried alone, in place of the good one;
	 * the refusal must name that option.
	 */
	default Map<String, Object> malformedOptions() {
		return Map.of();
	}

	/** {@return the real power state of the plug} */
	PowerState power() throws Exception;

	/**
	 * Brings the plug into a power state behind the back end's back.
	 *
	 * @param state {@link PowerState#ON} or {@link PowerState#OFF}
	 */
	void power(PowerState state) throws Exception;

	/**
	 * Makes something go wrong, from now on until the test bed is closed.
	 *
	 * @return whether this test bed can do that; what depends on it is skipped otherwise
	 */
	default boolean impose(Incident incident) throws Exception {
		return false;
	}

	/** {@return how many sessions are open on the server now, empty when it keeps none or cannot tell} */
	default OptionalInt openSessions() {
		return OptionalInt.empty();
	}

	/**
	 * {@return how many connections to the server are open now, empty when it cannot tell} Where the server is on this machine,
	 * {@link LocalConnections} can tell.
	 */
	default OptionalInt openConnections() {
		return OptionalInt.empty();
	}

	/** {@return how often the plug was really powered off hard so far, within a reset too; empty when the server cannot tell} */
	default OptionalInt powerOffs() throws Exception {
		return OptionalInt.empty();
	}

	/** {@return a text that names a template and nothing else, empty when the test bed has none} */
	default Optional<String> template() {
		return Optional.empty();
	}

	/** {@return the datacenter of the plug and another one, empty when the test bed has only one or none} */
	default Optional<Datacenters> datacenters() {
		return Optional.empty();
	}

	/**
	 * {@return whether the server tells of running plugs only} Then a text that is none of theirs has to be taken for the name of a plug that is
	 * off: {@code find} returns such a plug, and {@code read} says that it is off.
	 */
	default boolean listsRunningPlugsOnly() {
		return false;
	}

	/**
	 * Datacenters of a test bed, as a user would give them in {@code vmware_datacenter}.
	 *
	 * @param own the one in which {@link #plug()} is
	 * @param other one in which it is not
	 */
	record Datacenters(String own, String other) {
	}

	/** {@return how often the server was contacted so far, empty when it cannot tell} */
	default OptionalInt contacts() {
		return OptionalInt.empty();
	}

	/** Takes everything down, sessions and processes included. */
	@Override
	void close() throws IOException;
}
