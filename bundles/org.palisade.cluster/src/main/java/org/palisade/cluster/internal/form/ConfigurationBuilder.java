package org.palisade.cluster.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.OtherContent;
import org.palisade.cluster.model.TextRange;

/** Collects what a reader finds. */
public final class ConfigurationBuilder {

	private final ConfigurationForm form;
	private Optional<String> name = Optional.empty();
	private Optional<ClusterOption> version = Optional.empty();
	private final List<ClusterNode> nodes = new ArrayList<>();
	private final List<FenceDevice> devices = new ArrayList<>();
	private final List<FenceLevel> levels = new ArrayList<>();
	private final List<ClusterOption> properties = new ArrayList<>();
	private final List<OtherContent> others = new ArrayList<>();

	/** @param form the form that is read or written */
	public ConfigurationBuilder(ConfigurationForm form) {
		this.form = form;
	}

	/** Sets the cluster's name. */
	public ConfigurationBuilder name(String value) {
		name = Optional.of(value).filter(text -> !text.isBlank());
		return this;
	}

	/** Sets {@code config_version}. */
	public ConfigurationBuilder version(Optional<ClusterOption> value) {
		version = value;
		return this;
	}

	/** Adds a node. */
	public ConfigurationBuilder node(ClusterNode node) {
		nodes.add(node);
		return this;
	}

	/** Adds a device. */
	public ConfigurationBuilder device(FenceDevice device) {
		devices.add(device);
		return this;
	}

	/** Adds a level. */
	public ConfigurationBuilder level(FenceLevel level) {
		levels.add(level);
		return this;
	}

	/** Adds a property of the cluster. */
	public ConfigurationBuilder property(ClusterOption property) {
		properties.add(property);
		return this;
	}

	/** Adds something else. */
	public ConfigurationBuilder other(String description, TextRange where) {
		others.add(new OtherContent(description, where));
		return this;
	}

	/** {@return what was collected} */
	public ClusterConfiguration build() {
		return new ClusterConfiguration(form, name, version, nodes, devices, levels, properties, others);
	}
}
