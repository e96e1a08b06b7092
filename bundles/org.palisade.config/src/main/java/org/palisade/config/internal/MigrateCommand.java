package org.palisade.config.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.ClusterDocument;
import org.palisade.cluster.ClusterMigration;
import org.palisade.cluster.DocumentDiff;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.OtherContent;
import org.palisade.cluster.model.Severity;

/** Brings a configuration over from the agents that Palisade replaces. */
final class MigrateCommand {

	private final Terminal terminal;
	private final CommandLine line;

	MigrateCommand(Terminal terminal, CommandLine line) {
		this.terminal = terminal;
		this.line = line;
	}

	/** {@return whether it worked; that there is nothing to do is no failure} */
	boolean run() {
		String name = line.files().get(0);
		Optional<Terminal.Source> source = terminal.read(name, line.from());
		if (source.isEmpty()) {
			return false;
		}
		ClusterDocument before = source.get().document();
		ClusterMigration migration = ClusterMigration.of(before);
		for (OtherContent note : migration.notes()) {
			terminal.err(Terminal.line(name, note.where().line(), Severity.NOTE.word(), note.description(), "migrate"));
		}
		ClusterDocument after;
		try {
			after = before.with(migration.edits());
		} catch (ClusterSyntaxException e) {
			terminal.err(Terminal.line(name, e.line(), Messages.error, e.getMessage(), "syntax"));
			return false;
		}
		if (line.output().isPresent()) {
			return ConvertCommand.write(terminal, line.output(), after.text());
		}
		if (migration.edits().isEmpty()) {
			terminal.err(NLS.bind(Messages.nothing_to_migrate, name));
			return true;
		}
		terminal.out(DocumentDiff.of(name, before, migration.edits(), after));
		return !line.has(CommandLine.Flag.IN_PLACE) || replace(name, source.get(), after);
	}

	private boolean replace(String name, Terminal.Source source, ClusterDocument after) {
		try {
			Path backup = source.file().orElseThrow().replace(after.text());
			terminal.err(NLS.bind(Messages.replaced, name, backup));
			return true;
		} catch (IOException e) {
			terminal.fileProblem(name, e);
			return false;
		}
	}
}
