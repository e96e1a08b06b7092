package org.palisade.config.internal;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.ClusterConversion;
import org.palisade.cluster.ConfigurationFile;
import org.palisade.cluster.model.OtherContent;

/** Says a configuration in another form. */
final class ConvertCommand {

	private final Terminal terminal;
	private final CommandLine line;

	ConvertCommand(Terminal terminal, CommandLine line) {
		this.terminal = terminal;
		this.line = line;
	}

	/** {@return whether it was written} */
	boolean run() {
		String name = line.files().get(0);
		Optional<Terminal.Source> source = terminal.read(name, line.from());
		if (source.isEmpty()) {
			return false;
		}
		ClusterConversion conversion = ClusterConversion.of(source.get().document(), line.to().orElseThrow());
		for (OtherContent loss : conversion.losses()) {
			terminal.err(Terminal.line(name, loss.where().line(), Messages.warning, loss.description(), "left-out"));
		}
		if (line.has(CommandLine.Flag.STRICT) && !conversion.losses().isEmpty()) {
			terminal.err(NLS.bind(Messages.not_converted, conversion.losses().size()));
			return false;
		}
		return write(terminal, line.output(), conversion.text());
	}

	/** Writes to the file that the user named, or else to standard output. {@return whether it was written} */
	static boolean write(Terminal terminal, Optional<String> output, String text) {
		Optional<String> file = output.filter(name -> !name.equals(Terminal.STREAM));
		if (file.isEmpty()) {
			return terminal.out(text);
		}
		try {
			ConfigurationFile.create(Path.of(file.get()), text);
			return true;
		} catch (IOException | InvalidPathException e) {
			terminal.fileProblem(file.get(), e);
			return false;
		}
	}
}
