package org.palisade.cluster.internal.crmsh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.internal.form.ConfigurationBuilder;
import org.palisade.cluster.internal.text.Statement;
import org.palisade.cluster.internal.text.Word;
import org.palisade.cluster.internal.text.Words;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceOperation;
import org.palisade.cluster.model.InsertionPoint;
import org.palisade.cluster.model.TextRange;

/** A {@code primitive} or {@code rsc_template} that is a fence device. */
final class CrmshPrimitive {

	private static final String PREFIX = "stonith:";
	private static final Set<String> SECTIONS = Set.of("params", "meta", "utilization", "operations", "op", "op_params", "op_meta");

	private final Statement statement;
	private final List<ClusterOption> options = new ArrayList<>();
	private final List<ClusterOption> meta = new ArrayList<>();
	private final List<FenceOperation> operations = new ArrayList<>();
	private Word lastOption;

	private CrmshPrimitive(Statement statement) {
		this.statement = statement;
	}

	static boolean isDevice(Statement statement) {
		return statement.word(2).startsWith(PREFIX);
	}

	static CrmshPrimitive read(Statement statement, ConfigurationBuilder builder) {
		CrmshPrimitive primitive = new CrmshPrimitive(statement);
		String section = "params";
		List<Word> words = statement.words();
		for (int i = 3; i < words.size(); i++) {
			Word word = words.get(i);
			if (SECTIONS.contains(word.text())) {
				section = word.text();
				if (section.equals("op") && i + 1 < words.size()) {
					primitive.operations.add(new FenceOperation(words.get(++i).text(), List.of(), words.get(i).where()));
				}
			} else if (!word.isOption()) {
				builder.other(NLS.bind(Messages.word, statement.word(1)), word.where());
			} else if (!word.text().startsWith("$")) {
				primitive.add(section, word, builder);
			}
		}
		return primitive;
	}

	private void add(String section, Word word, ConfigurationBuilder builder) {
		switch (section) {
			case "params" -> {
				options.add(Words.option(word));
				lastOption = word;
			}
			case "meta" -> meta.add(Words.option(word));
			case "op" -> {
				FenceOperation operation = operations.remove(operations.size() - 1);
				List<ClusterOption> more = new ArrayList<>(operation.options());
				more.add(Words.option(word));
				operations.add(new FenceOperation(operation.name(), more, operation.where()));
			}
			default -> builder.other(NLS.bind(Messages.in_section, section, statement.word(1)), word.where());
		}
	}

	/** {@return the device, completed from its template if it has one} */
	FenceDevice toDevice(CrmshPrimitive template) {
		if (template != null) {
			addAbsent(options, template.options);
			addAbsent(meta, template.meta);
			operations.addAll(template.operations);
		}
		Statement definition = template == null ? statement : template.statement;
		String agent = definition.word(2).substring(PREFIX.length());
		TextRange agentRange = Words.part(definition.words().get(2), PREFIX.length(), agent.length());
		InsertionPoint optionsPoint = lastOption == null ? new InsertionPoint(statement.words().get(2).where().end(), 0, " params ", "")
				: new InsertionPoint(lastOption.where().end(), 0, " ", "");
		InsertionPoint operationsPoint = new InsertionPoint(statement.end(), 0, " ", "");
		return new FenceDevice(statement.word(1), agent, options, operations, meta, new FenceDevice.Place(statement.where(),
				statement.words().get(1).where(), agentRange, optionsPoint, Optional.of(operationsPoint)));
	}

	private static void addAbsent(List<ClusterOption> options, List<ClusterOption> more) {
		more.stream().filter(option -> options.stream().noneMatch(known -> known.name().equals(option.name()))).toList().forEach(options::add);
	}
}
