package org.palisade.cluster.internal.pcs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.internal.form.ConfigurationBuilder;
import org.palisade.cluster.internal.text.Script;
import org.palisade.cluster.internal.text.Statement;
import org.palisade.cluster.internal.text.StatementReader;
import org.palisade.cluster.internal.text.Word;
import org.palisade.cluster.internal.text.Words;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.FenceOperation;
import org.palisade.cluster.model.InsertionPoint;

/** Reads commands of pcs. */
public final class PcsCommandReader {

	private final ConfigurationBuilder builder = new ConfigurationBuilder(ConfigurationForm.PCS);

	private PcsCommandReader() {
	}

	/**
	 * {@return what the commands set up}
	 *
	 * @throws ClusterSyntaxException when a command is none of pcs
	 */
	public static ClusterConfiguration read(String text) throws ClusterSyntaxException {
		Script script = StatementReader.read(text, StatementReader.Dialect.SHELL);
		PcsCommandReader reader = new PcsCommandReader();
		for (Statement statement : script.statements()) {
			if (!statement.word(0).equals("pcs")) {
				throw new ClusterSyntaxException(statement.where().line(), NLS.bind(Messages.not_pcs, statement.where().line()));
			}
			reader.read(statement);
		}
		script.comments().forEach(comment -> reader.builder.other(Messages.comment, comment));
		return reader.builder.build();
	}

	private void read(Statement statement) throws ClusterSyntaxException {
		List<Word> words = withoutFlags(statement.words());
		String command = words.size() < 3 ? "" : words.get(1).text() + " " + words.get(2).text();
		if (command.equals("stonith create") && words.size() > 4) {
			readDevice(statement, words);
		} else if (command.equals("stonith level") && words.size() > 6 && words.get(3).text().equals("add")) {
			readLevel(words);
		} else if (command.equals("property set")) {
			words.subList(3, words.size()).stream().filter(Word::isOption).map(Words::option).forEach(this::addProperty);
		} else {
			builder.other(NLS.bind(Messages.command, command), statement.where());
		}
	}

	private void addProperty(ClusterOption property) {
		if (property.name().equals("cluster-name")) {
			builder.name(property.text());
		}
		builder.property(property);
	}

	/** What the flags are about, the file to change for example, is no part of a configuration. */
	private static List<Word> withoutFlags(List<Word> words) {
		List<Word> kept = new ArrayList<>();
		for (int i = 0; i < words.size(); i++) {
			String text = words.get(i).text();
			if (text.equals("-f")) {
				i++;
			} else if (!text.startsWith("--")) {
				kept.add(words.get(i));
			}
		}
		return kept;
	}

	private void readDevice(Statement statement, List<Word> words) {
		List<ClusterOption> options = new ArrayList<>();
		List<ClusterOption> meta = new ArrayList<>();
		List<FenceOperation> operations = new ArrayList<>();
		List<ClusterOption> ofOperation = new ArrayList<>();
		String section = "";
		Word operation = null;
		int optionsEnd = words.get(4).where().end();
		Word lastOfOperations = null;
		for (Word word : words.subList(5, words.size())) {
			if (word.text().equals("op") || word.text().equals("meta")) {
				section = word.text();
			} else if (section.isEmpty() && word.isOption()) {
				options.add(Words.option(word));
				optionsEnd = word.where().end();
			} else if (section.equals("meta") && word.isOption()) {
				meta.add(Words.option(word));
			} else if (section.equals("op") && word.isOption() && operation != null) {
				if (!word.name().equals("id")) {
					ofOperation.add(Words.option(word));
				}
				lastOfOperations = word;
			} else if (section.equals("op") && !word.isOption()) {
				addOperation(operations, operation, ofOperation);
				operation = word;
				lastOfOperations = word;
			} else {
				builder.other(NLS.bind(Messages.word, words.get(3).text()), word.where());
			}
		}
		addOperation(operations, operation, ofOperation);
		InsertionPoint operationsPoint = lastOfOperations == null ? new InsertionPoint(statement.end(), 0, " op ", "")
				: new InsertionPoint(lastOfOperations.where().end(), 0, " ", "");
		builder.device(new FenceDevice(words.get(3).text(), words.get(4).text(), options, operations, meta,
				new FenceDevice.Place(statement.where(), words.get(3).where(), words.get(4).where(), new InsertionPoint(optionsEnd, 0, " ", ""),
						Optional.of(operationsPoint))));
	}

	private static void addOperation(List<FenceOperation> operations, Word name, List<ClusterOption> options) {
		if (name != null) {
			operations.add(new FenceOperation(name.text(), options, name.where()));
			options.clear();
		}
	}

	private void readLevel(List<Word> words) throws ClusterSyntaxException {
		Word level = words.get(4);
		Word target = words.get(5);
		List<DeviceUse> uses = words.subList(6, words.size()).stream().flatMap(word -> Words.uses(word).stream()).toList();
		try {
			builder.level(new FenceLevel(target(target.text()), Integer.parseInt(level.text()), "", uses, level.where(), level.where()));
		} catch (NumberFormatException e) {
			throw new ClusterSyntaxException(level.where().line(), NLS.bind(Messages.level, level.where().line()));
		}
	}

	private static FenceLevel.Target target(String text) {
		if (text.startsWith("regexp%")) {
			return new FenceLevel.Target(FenceLevel.TargetKind.PATTERN, text.substring("regexp%".length()));
		}
		if (text.startsWith("attrib%")) {
			return new FenceLevel.Target(FenceLevel.TargetKind.ATTRIBUTE, text.substring("attrib%".length()));
		}
		return new FenceLevel.Target(FenceLevel.TargetKind.NODE, text.startsWith("node%") ? text.substring("node%".length()) : text);
	}
}
