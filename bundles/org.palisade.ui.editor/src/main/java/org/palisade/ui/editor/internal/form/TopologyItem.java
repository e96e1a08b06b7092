package org.palisade.ui.editor.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.TextRange;

/**
 * A place in the tree cluster, node, method, device. It stays the same while the text changes, so the tree keeps its selection.
 *
 * @param path the positions of the node, of its method, and of the method's device; empty for the cluster
 */
record TopologyItem(List<Integer> path) {

	/** The cluster itself. */
	static final TopologyItem CLUSTER = new TopologyItem(List.of());

	/** What stands at a place. */
	enum Kind {
		CLUSTER, NODE, METHOD, STEP
	}

	Kind kind() {
		return Kind.values()[path.size()];
	}

	TopologyItem parent() {
		return new TopologyItem(path.subList(0, path.size() - 1));
	}

	TopologyItem child(int position) {
		List<Integer> longer = new ArrayList<>(path);
		longer.add(position);
		return new TopologyItem(List.copyOf(longer));
	}

	/** {@return the place that many positions further on} */
	TopologyItem moved(int distance) {
		return parent().child(path.get(path.size() - 1) + distance);
	}

	Optional<ClusterNode> node(ClusterConfiguration configuration) {
		return path.isEmpty() ? Optional.empty() : at(configuration.nodes(), path.get(0));
	}

	Optional<FenceLevel> method(ClusterConfiguration configuration) {
		return path.size() < 2 ? Optional.empty() : node(configuration).flatMap(node -> at(configuration.levelsOf(node.name()), path.get(1)));
	}

	Optional<DeviceUse> step(ClusterConfiguration configuration) {
		return path.size() < 3 ? Optional.empty() : method(configuration).flatMap(method -> at(method.devices(), path.get(2)));
	}

	/** {@return where it stands in the text} */
	Optional<TextRange> where(ClusterConfiguration configuration) {
		return switch (kind()) {
			case CLUSTER -> Optional.empty();
			case NODE -> node(configuration).map(ClusterNode::where);
			case METHOD -> method(configuration).map(FenceLevel::where);
			case STEP -> step(configuration).map(DeviceUse::where);
		};
	}

	List<TopologyItem> children(ClusterConfiguration configuration) {
		int count = switch (kind()) {
			case CLUSTER -> configuration.nodes().size();
			case NODE -> node(configuration).map(node -> configuration.levelsOf(node.name()).size()).orElse(0);
			case METHOD -> method(configuration).map(method -> method.devices().size()).orElse(0);
			case STEP -> 0;
		};
		return IntStream.range(0, count).mapToObj(this::child).toList();
	}

	private static <T> Optional<T> at(List<T> list, int index) {
		return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
	}
}
