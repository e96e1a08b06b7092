package org.palisade.agent.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.core.audit.AuditLine;
import org.palisade.core.engine.AuditRecord;

/**
 * Leaves the records of a request in the log of the system and, where the option {@code audit_file} names one, in a file. Not to be able
 * to is no reason to call a fencing failed.
 */
final class AuditJournal {

	private final Optional<String> path;
	private final SystemLog log;
	private final AgentOutput output;
	private final List<String> lines = new ArrayList<>();

	/**
	 * @param path the value of the option {@code audit_file}
	 */
	AuditJournal(Optional<String> path, SystemLog log, AgentOutput output) {
		this.path = path.filter(text -> !text.isEmpty());
		this.log = log;
		this.output = output;
	}

	/**
	 * Opens the file, for a caller who wants to know whether the options are sound.
	 *
	 * @throws FenceException of kind OPTION when it cannot be written to
	 */
	void requireFile() throws FenceException {
		if (path.isEmpty()) {
			return;
		}
		try {
			OwnFile.open(path.get()).close();
		} catch (IOException e) {
			throw new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.audit_file_failed, e.getMessage()),
					Messages.file_advice);
		}
	}

	void add(AuditRecord record) {
		lines.add(AuditLine.of(record));
	}

	/** Writes what was added. The file comes first, because the log may have to be waited for. */
	void write() {
		if (lines.isEmpty()) {
			return;
		}
		path.ifPresent(this::append);
		try {
			log.write(lines);
		} catch (IOException e) {
			output.detail(NLS.bind(Messages.audit_log_failed, e.getMessage()));
		}
	}

	private void append(String file) {
		try (OwnFile opened = OwnFile.open(file)) {
			for (String line : lines) {
				opened.append(line);
			}
		} catch (IOException e) {
			output.warning(NLS.bind(Messages.audit_file_failed, e.getMessage()));
		}
	}
}
