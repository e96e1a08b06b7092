package org.palisade.config.internal;

import java.util.List;

import org.palisade.cluster.ClusterDocument;
import org.palisade.cluster.ClusterMigration;
import org.palisade.cluster.model.OtherContent;
import org.palisade.cluster.model.Severity;
import org.palisade.cluster.model.TextEdit;

/** Brings a configuration over from the agents that Palisade replaces. */
final class MigrateCommand extends ChangeCommand {

	private final Terminal terminal;

	MigrateCommand(Terminal terminal, CommandLine line) {
		super(terminal, line);
		this.terminal = terminal;
	}

	@Override
	List<TextEdit> changes(String name, ClusterDocument document) {
		ClusterMigration migration = ClusterMigration.of(document);
		for (OtherContent note : migration.notes()) {
			terminal.err(Terminal.line(name, note.where().line(), Severity.NOTE.word(), note.description(), "migrate"));
		}
		return migration.edits();
	}

	@Override
	String nothingToDo() {
		return Messages.nothing_to_migrate;
	}
}
