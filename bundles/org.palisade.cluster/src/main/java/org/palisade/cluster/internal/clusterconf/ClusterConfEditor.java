package org.palisade.cluster.internal.clusterconf;

import java.util.List;
import java.util.Optional;

import org.palisade.cluster.internal.xml.XmlEditor;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.TextEdit;

/** Writes changes as {@code cluster.conf} has them. */
public final class ClusterConfEditor extends XmlEditor {

	private final ClusterConfiguration configuration;

	/** @param configuration what the document says */
	public ClusterConfEditor(ClusterConfiguration configuration) {
		this.configuration = configuration;
	}

	@Override
	public TextEdit addOption(FenceDevice device, String name, String value) {
		return device.place().options().insert(attribute(name, value));
	}

	@Override
	public Optional<TextEdit> addMethod(ClusterNode node, String method, String device, String plug) {
		return Optional.of(node.methods().insert("<method " + attribute("name", method) + "><device " + attribute("name", device) + " "
				+ attribute("port", plug) + "/></method>"));
	}

	@Override
	public List<TextEdit> versionEdits() {
		return configuration.version().flatMap(version -> next(version.text()).map(next -> TextEdit.replace(version.place().value(), next)))
				.map(List::of).orElse(List.of());
	}

	private static Optional<String> next(String version) {
		try {
			return Optional.of(Long.toString(Math.addExact(Long.parseLong(version.strip()), 1)));
		} catch (ArithmeticException | NumberFormatException e) {
			// The check tells of it; a number made up here might be older than the one in use.
			return Optional.empty();
		}
	}
}
