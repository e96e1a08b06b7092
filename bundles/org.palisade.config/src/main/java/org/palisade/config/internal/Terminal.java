package org.palisade.config.internal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.ClusterDocument;
import org.palisade.cluster.ConfigurationFile;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.launcher.Application;

/** Input, output and the wording of problems, which is that of compilers: {@code file:line: severity: message [id]}. */
final class Terminal {

	/** Stands for standard input or output. */
	static final String STREAM = "-";

	/** A document and the file that it came from, if it came from one. */
	record Source(ClusterDocument document, Optional<ConfigurationFile> file) {
	}

	private final Application.Invocation invocation;

	Terminal(Application.Invocation invocation) {
		this.invocation = invocation;
	}

	/** Prints a text as it is. {@return true} */
	boolean out(String text) {
		invocation.out().print(text);
		return true;
	}

	void outLine(String text) {
		invocation.out().println(text);
	}

	void err(String text) {
		invocation.err().println(text);
	}

	/** {@return the source, empty when it cannot be read, which is told then} */
	Optional<Source> read(String name, Optional<ConfigurationForm> form) {
		try {
			Optional<ConfigurationFile> file = name.equals(STREAM) ? Optional.empty() : Optional.of(ConfigurationFile.read(Path.of(name)));
			String text = file.isPresent() ? file.get().text() : ConfigurationFile.readText(invocation.in());
			ClusterDocument document = form.isPresent() ? ClusterDocument.parse(text, form.get()) : ClusterDocument.parse(text);
			return Optional.of(new Source(document, file));
		} catch (ClusterSyntaxException e) {
			err(line(name, e.line(), Messages.error, e.getMessage(), "syntax"));
		} catch (IOException | InvalidPathException e) {
			fileProblem(name, e);
		}
		return Optional.empty();
	}

	void fileProblem(String name, Exception problem) {
		err(line(name, 0, Messages.error, reason(problem), "file"));
	}

	private static String reason(Exception problem) {
		if (problem instanceof NoSuchFileException) {
			return Messages.no_such_file;
		}
		if (problem instanceof FileAlreadyExistsException) {
			return Messages.exists;
		}
		if (problem instanceof FileSystemException system) {
			return system.getReason() == null ? NLS.bind(Messages.not_permitted, system.getClass().getSimpleName()) : system.getReason();
		}
		return problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
	}

	/** {@return a line about a place in a file; line 0 is the file as a whole} */
	static String line(String name, int line, String severity, String message, String id) {
		String shown = name.equals(STREAM) ? Messages.standard_input : name;
		String place = line > 0 ? shown + ":" + line : shown;
		return place + ": " + severity + ": " + message + " [" + id + "]";
	}
}
