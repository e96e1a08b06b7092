package org.palisade.cluster;

import java.util.List;
import java.util.Optional;

import org.palisade.cluster.internal.check.CheckContext;
import org.palisade.cluster.internal.check.DeviceRules;
import org.palisade.cluster.internal.check.MigrationRules;
import org.palisade.cluster.internal.check.NodeRules;
import org.palisade.cluster.internal.check.OptionRules;
import org.palisade.cluster.internal.check.SafetyRules;
import org.palisade.cluster.internal.check.TimeoutRules;
import org.palisade.cluster.model.Finding;
import org.palisade.core.option.OptionCatalog;

/** Looks for what would keep a cluster from fencing, or let it fence the wrong machine. */
public final class ClusterValidation {

	private ClusterValidation() {
	}

	/**
	 * {@return what was found, in the order of the text}
	 *
	 * @param document the document
	 * @param catalog the options that the installed agent knows; without it options are not checked for being known
	 */
	public static List<Finding> check(ClusterDocument document, Optional<OptionCatalog> catalog) {
		CheckContext context = new CheckContext(document.configuration(), document.editor(), catalog);
		NodeRules.check(context);
		DeviceRules.check(context);
		SafetyRules.check(context);
		OptionRules.check(context);
		TimeoutRules.check(context);
		MigrationRules.check(context);
		return context.findings();
	}
}
