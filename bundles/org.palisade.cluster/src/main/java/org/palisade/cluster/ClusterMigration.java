package org.palisade.cluster;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.palisade.cluster.internal.migrate.DeviceMigration;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.OtherContent;
import org.palisade.cluster.model.TextEdit;

/**
 * What brings a document over from the agents that Palisade replaces: {@code fence_vmware} by SSH, {@code fence_vmware_ng},
 * {@code fence_vmware_soap}, {@code fence_vmware_rest}, {@code external/vcenter}.
 *
 * @param edits the changes, in the offsets of the document; empty when there is nothing to do
 * @param notes what they do, and what has to be looked after
 */
public record ClusterMigration(List<TextEdit> edits, List<OtherContent> notes) {

	/** Copies the lists. */
	public ClusterMigration {
		edits = List.copyOf(edits);
		notes = List.copyOf(notes);
	}

	/** {@return what brings this document over; {@code config_version} grows by one where there is one} */
	public static ClusterMigration of(ClusterDocument document) {
		// Two devices of one name have their plugs in the same places.
		Set<TextEdit> edits = new LinkedHashSet<>();
		List<OtherContent> notes = new ArrayList<>();
		for (FenceDevice device : document.configuration().devices()) {
			DeviceMigration migration = DeviceMigration.of(document.configuration(), document.editor(), device);
			edits.addAll(migration.edits());
			notes.addAll(migration.notes());
		}
		if (!edits.isEmpty()) {
			edits.addAll(document.editor().versionEdits());
		}
		return new ClusterMigration(List.copyOf(edits), notes);
	}
}
