package org.palisade.devices;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.palisade.api.FenceException;
import org.palisade.api.option.StandardOptions;
import org.palisade.cluster.model.Agents;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.FencePlan;
import org.palisade.cluster.model.OptionValue;
import org.palisade.transport.ServerAddress;

/**
 * A device that is to fence a node, as the configuration says. Immutable.
 *
 * @param place where it stands
 * @param cluster the name of the cluster
 * @param method the name of the method or the number of the level; empty where the cluster chooses the device itself
 * @param step what the configuration says
 */
public record ConfiguredDevice(DevicePlace place, String cluster, String method, FencePlan.Step step) {

	private static final int HTTPS = 443;

	/** Refuses nulls. */
	public ConfiguredDevice {
		Objects.requireNonNull(place);
		Objects.requireNonNull(cluster);
		Objects.requireNonNull(method);
		Objects.requireNonNull(step);
	}

	/** {@return its name, as the configuration refers to it} */
	public String name() {
		return step.deviceName();
	}

	/** {@return its agent; empty when the configuration has no such device} */
	public Optional<String> agent() {
		return step.device().map(device -> device.agent());
	}

	/** {@return whether its agent is Palisade's, so that it can be looked at from here} */
	public boolean isOurs() {
		return step.device().filter(Agents::isOurs).isPresent();
	}

	/** {@return what names the machine: what the agent is told, or the name of the node where nothing else is said} */
	public String plug() {
		return step.plug().orElse(place.node());
	}

	/** {@return what is said for the first of these names of one option} */
	public Optional<String> option(String... names) {
		for (String name : names) {
			for (ClusterOption option : step.options()) {
				if (option.name().replace('-', '_').equals(name)) {
					return Optional.of(option.text().strip()).filter(text -> !text.isEmpty());
				}
			}
		}
		return Optional.empty();
	}

	/** {@return who logs in} */
	public Optional<String> user() {
		return option(StandardOptions.USERNAME, "login");
	}

	/** {@return the datacenter to which look-ups are restricted} */
	public Optional<String> datacenter() {
		return option(StandardOptions.VMWARE_DATACENTER);
	}

	/** {@return the address of the server as it is written} */
	public Optional<String> address() {
		return option(StandardOptions.IP, "ipaddr");
	}

	/** {@return the server, empty when the configuration names none, or not in a form that an address has} */
	public Optional<ServerAddress> server() {
		Optional<String> port = option(StandardOptions.IP_PORT).filter(text -> text.matches("\\d{1,5}"));
		return address().flatMap(text -> server(text, port.map(Integer::parseInt).map(OptionalInt::of).orElse(OptionalInt.empty())));
	}

	/** {@return whether another device is told the same, wherever in its text that stands} */
	boolean isSetAs(ConfiguredDevice other) {
		return name().equals(other.name()) && agent().equals(other.agent()) && plug().equals(other.plug()) && values().equals(other.values());
	}

	private Map<String, OptionValue> values() {
		Map<String, OptionValue> values = new HashMap<>();
		step.options().forEach(option -> values.put(option.name(), option.value()));
		return values;
	}

	/** {@return the server of an address as a connection has it} */
	static Optional<ServerAddress> server(String address, OptionalInt port) {
		try {
			return Optional.of(ServerAddress.parse(address, port, HTTPS));
		} catch (FenceException notAnAddress) {
			return Optional.empty();
		}
	}
}
