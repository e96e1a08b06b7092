package org.palisade.tck.memory;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.palisade.api.PowerState;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.tck.Incident;
import org.palisade.tck.TestBed;

/** A server in memory with all means of a test bed. */
public final class MemoryTestBed implements TestBed {

	private static final String PLUG = "node1";
	private static final String HERE = "DC1";
	private static final String THERE = "DC2";

	private final MemoryDevice device = new MemoryDevice("open sesame");

	private final boolean canBeSilent;

	/**
	 * A server with some plugs.
	 *
	 * @param canBeSilent whether it can stop answering, for which a test has to wait
	 */
	public MemoryTestBed(boolean canBeSilent) {
		this.canBeSilent = canBeSilent;
		device.add(PLUG, PowerState.ON, HERE);
		device.add("node10", PowerState.ON, HERE);
		device.add("twin", PowerState.OFF, HERE);
		device.add("twin", PowerState.ON, THERE);
		device.addTemplate("golden image", HERE);
	}

	@Override
	public Map<String, Object> options() {
		return Map.of(StandardOptions.IP, device.address(), StandardOptions.PASSWORD, Secret.of("open sesame"));
	}

	@Override
	public String plug() {
		return PLUG;
	}

	@Override
	public String missingPlug() {
		return "nobody";
	}

	@Override
	public Optional<String> ambiguousPlug() {
		return Optional.of("twin");
	}

	@Override
	public Map<String, Object> malformedOptions() {
		return Map.of(StandardOptions.IP, "no address");
	}

	@Override
	public PowerState power() {
		return device.real(PLUG);
	}

	@Override
	public void power(PowerState state) {
		device.force(PLUG, state);
	}

	@Override
	public boolean impose(Incident incident) {
		if (incident == Incident.SILENCE && !canBeSilent) {
			return false;
		}
		switch (incident) {
			case SILENCE -> device.silence();
			case REFUSAL -> device.refuse();
			case NO_EFFECT -> device.ignore();
			case REMOVAL -> device.removeMachine(PLUG);
			case REPLACEMENT -> {
				device.removeMachine(PLUG);
				device.add(PLUG, PowerState.ON, HERE);
			}
		}
		return true;
	}

	@Override
	public OptionalInt openSessions() {
		return OptionalInt.of(device.sessions());
	}

	@Override
	public OptionalInt openConnections() {
		return OptionalInt.of(device.connections());
	}

	@Override
	public OptionalInt powerOffs() {
		return OptionalInt.of(device.powerOffs());
	}

	@Override
	public Optional<String> template() {
		return Optional.of("golden image");
	}

	@Override
	public Optional<Datacenters> datacenters() {
		return Optional.of(new Datacenters(HERE, THERE));
	}

	@Override
	public OptionalInt contacts() {
		return OptionalInt.of(device.contacts());
	}

	@Override
	public void close() {
		device.remove();
	}
}
