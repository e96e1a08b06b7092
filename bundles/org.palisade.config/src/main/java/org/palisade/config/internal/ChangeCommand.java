package org.palisade.config.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.ClusterDocument;
import org.palisade.cluster.DocumentDiff;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.TextEdit;

/** Changes a configuration: shows what changes, and writes it where the user wants that. */
abstract class ChangeCommand {

	private final Terminal terminal;
	private final CommandLine line;

	ChangeCommand(Terminal terminal, CommandLine line) {
		this.terminal = terminal;
		this.line = line;
	}

	/** {@return the changes of this document, after telling of them} */
	abstract List<TextEdit> changes(String name, ClusterDocument document);

	/** {@return what is told of a file, its name in place of 0, when there is nothing to do} */
	abstract String nothingToDo();

	/** {@return whether it worked; that there is nothing to do is no failure} */
	final boolean run() {
		String name = line.files().get(0);
		Optional<Terminal.Source> source = terminal.read(name, line.from());
		if (source.isEmpty()) {
			return false;
		}
		ClusterDocument before = source.get().document();
		List<TextEdit> edits = changes(name, before);
		ClusterDocument after;
		try {
			after = before.with(edits);
		} catch (ClusterSyntaxException e) {
			terminal.err(Terminal.line(name, e.line(), Messages.error, e.getMessage(), "syntax"));
			return false;
		}
		if (line.output().isPresent()) {
			return ConvertCommand.write(terminal, line.output(), after.text());
		}
		if (edits.isEmpty()) {
			terminal.err(NLS.bind(nothingToDo(), name));
			return true;
		}
		terminal.out(DocumentDiff.of(name, before, edits, after));
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
