package org.palisade.cluster.internal.check;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.internal.migrate.DeviceMigration;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.QuickFix;
import org.palisade.cluster.model.Severity;

/** Whether a device is configured as for an agent that Palisade replaces. */
public final class MigrationRules {

	private MigrationRules() {
	}

	/** Checks by these rules. */
	public static void check(CheckContext context) {
		for (FenceDevice device : context.configuration().devices()) {
			DeviceMigration migration = DeviceMigration.of(context.configuration(), context.editor(), device);
			if (migration.isNeeded()) {
				QuickFix fix = context.proposal(NLS.bind(Messages.migrate, device.name()), migration.edits());
				migration.oldKeys().forEach(key -> context.report("old-key", Severity.WARNING, key.where(),
						NLS.bind(Messages.old_key, key.description(), device.name()), Messages.old_key_why, fix));
				migration.oldAgent().ifPresent(agent -> context.report("old-agent", Severity.NOTE, agent.where(),
						NLS.bind(Messages.old_agent, device.agent(), device.name()), Messages.old_agent_why, fix));
			}
		}
	}
}
