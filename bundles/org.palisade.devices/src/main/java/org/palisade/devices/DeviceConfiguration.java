package org.palisade.devices;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.ClusterDocument;
import org.palisade.cluster.ConfigurationFile;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.FencePlan;

/**
 * A file with a cluster's configuration, as it was read last. Immutable.
 *
 * @param file the file
 * @param document what it says; empty when it could not be read
 * @param problem why it could not be read, for the user
 * @param nodes the nodes with their methods and devices
 */
public record DeviceConfiguration(Path file, Optional<ClusterDocument> document, Optional<String> problem, List<Node> nodes) {

	/**
	 * A node of a cluster. Immutable.
	 *
	 * @param name its name
	 * @param methods the ways to fence it, in the order in which they are tried; none is a finding of the validation
	 */
	public record Node(String name, List<Method> methods) {
		/** Copies the list. */
		public Node {
			methods = List.copyOf(methods);
		}
	}

	/**
	 * A way to fence a node. Immutable.
	 *
	 * @param name the name of the method, the number of the level; empty where the cluster chooses the device itself
	 * @param devices what has to succeed, in order
	 */
	public record Method(String name, List<ConfiguredDevice> devices) {
		/** Copies the list. */
		public Method {
			devices = List.copyOf(devices);
		}
	}

	/** Refuses nulls and copies the list. */
	public DeviceConfiguration {
		Objects.requireNonNull(file);
		Objects.requireNonNull(document);
		Objects.requireNonNull(problem);
		nodes = List.copyOf(nodes);
	}

	/** {@return what the file says now} One that cannot be read is a configuration with a problem. */
	public static DeviceConfiguration read(Path file) {
		try {
			return of(file, ClusterDocument.parse(ConfigurationFile.read(file).text()));
		} catch (NoSuchFileException e) {
			return failed(file, Messages.no_such_file);
		} catch (IOException e) {
			return failed(file, NLS.bind(Messages.unreadable, e.getMessage()));
		} catch (ClusterSyntaxException e) {
			return failed(file, e.line() == 0 ? e.getMessage() : NLS.bind(Messages.line, Integer.toString(e.line()), e.getMessage()));
		}
	}

	private static DeviceConfiguration failed(Path file, String problem) {
		return new DeviceConfiguration(file, Optional.empty(), Optional.of(problem), List.of());
	}

	/** {@return what a document says that stands in that file} */
	public static DeviceConfiguration of(Path file, ClusterDocument document) {
		String cluster = document.configuration().name().orElseGet(() -> file.getFileName().toString());
		List<Node> nodes = FencePlan.of(document.configuration()).nodes().stream().map(plan -> node(file, cluster, plan)).toList();
		return new DeviceConfiguration(file, Optional.of(document), Optional.empty(), nodes);
	}

	private static Node node(Path file, String cluster, FencePlan.NodePlan plan) {
		List<Method> methods = new ArrayList<>();
		for (FencePlan.Method method : plan.methods()) {
			List<ConfiguredDevice> devices = new ArrayList<>();
			for (FencePlan.Step step : method.steps()) {
				DevicePlace place = new DevicePlace(file, plan.node(), methods.size(), devices.size());
				devices.add(new ConfiguredDevice(place, cluster, method.name(), step));
			}
			methods.add(new Method(method.name(), devices));
		}
		return new Node(plan.node(), methods);
	}

	/** {@return the name of the cluster, or of the file where it does not tell} */
	public String name() {
		return document.flatMap(known -> known.configuration().name()).orElseGet(() -> file.getFileName().toString());
	}

	/** {@return all devices, in the order of nodes, methods and steps} */
	public List<ConfiguredDevice> devices() {
		return nodes.stream().flatMap(node -> node.methods().stream()).flatMap(method -> method.devices().stream()).toList();
	}
}
