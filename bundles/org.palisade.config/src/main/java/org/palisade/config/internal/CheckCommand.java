package org.palisade.config.internal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.ClusterValidation;
import org.palisade.cluster.model.Finding;
import org.palisade.cluster.model.QuickFix;
import org.palisade.cluster.model.Severity;
import org.palisade.core.option.OptionCatalog;

import com.google.gson.stream.JsonWriter;

/** Tells what is wrong with configurations. */
final class CheckCommand {

	private final Terminal terminal;
	private final CommandLine line;
	private final Optional<OptionCatalog> catalog;

	CheckCommand(Terminal terminal, CommandLine line, Optional<OptionCatalog> catalog) {
		this.terminal = terminal;
		this.line = line;
		this.catalog = catalog;
	}

	/** {@return whether all files could be read and have no errors, nor warnings where the user is strict} */
	boolean run() {
		Map<String, List<Finding>> findings = new LinkedHashMap<>();
		boolean readable = true;
		for (String name : line.files()) {
			Optional<Terminal.Source> source = terminal.read(name, line.from());
			readable &= source.isPresent();
			source.ifPresent(some -> findings.put(name, ClusterValidation.check(some.document(), catalog)));
		}
		if (line.json()) {
			terminal.outLine(json(findings));
		} else {
			findings.forEach((name, some) -> some.forEach(finding -> tell(name, finding)));
			summarise(findings.values().stream().flatMap(List::stream).toList());
		}
		return readable && findings.values().stream().flatMap(List::stream).noneMatch(this::isFatal);
	}

	private boolean isFatal(Finding finding) {
		return finding.severity() == Severity.ERROR || line.has(CommandLine.Flag.STRICT) && finding.severity() == Severity.WARNING;
	}

	private void tell(String name, Finding finding) {
		terminal.outLine(Terminal.line(name, finding.where().line(), finding.severity().word(), finding.message(), finding.id()));
		if (line.has(CommandLine.Flag.EXPLAIN)) {
			terminal.outLine("    " + finding.explanation());
			finding.fixes().stream().map(QuickFix::label).forEach(label -> terminal.outLine("    " + NLS.bind(Messages.fix, label)));
		}
	}

	private void summarise(List<Finding> findings) {
		List<Object> counts = new ArrayList<>();
		for (Severity severity : Severity.values()) {
			counts.add(findings.stream().filter(finding -> finding.severity() == severity).count());
		}
		terminal.err(NLS.bind(Messages.summary, counts.toArray()));
	}

	private static String json(Map<String, List<Finding>> findings) {
		StringWriter text = new StringWriter();
		try (JsonWriter json = new JsonWriter(text)) {
			json.setIndent("  ");
			json.beginArray();
			for (Map.Entry<String, List<Finding>> entry : findings.entrySet()) {
				for (Finding finding : entry.getValue()) {
					json.beginObject().name("file").value(entry.getKey()).name("line").value(finding.where().line()).name("severity")
							.value(finding.severity().word()).name("id").value(finding.id()).name("message").value(finding.message())
							.name("explanation").value(finding.explanation()).name("fixes").beginArray();
					for (QuickFix fix : finding.fixes()) {
						json.value(fix.label());
					}
					json.endArray().endObject();
				}
			}
			json.endArray();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return text.toString();
	}
}
