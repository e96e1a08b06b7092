package org.palisade.cluster.internal.pcs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.palisade.cluster.internal.text.LineIndex;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceOperation;
import org.palisade.cluster.model.InsertionPoint;
import org.palisade.cluster.model.OptionValue;
import org.palisade.cluster.model.TextRange;

/**
 * A device as pcs prints it. Version 0.9 prints a section in one line, {@code Attributes: a=1 b=2}; 0.11 prints the name of the set behind
 * the heading and each pair on a line of its own.
 */
final class PcsDevice {

	private static final Pattern SECTION = Pattern.compile("^\\s+(Attributes|Meta Attrs|Meta Attributes|Operations):(.*)$");
	/** An operation on a line: 0.9 with its options and its id in parentheses behind it, 0.11 with the id alone. */
	private static final Pattern OLD_OPERATION = Pattern.compile("^\\s*([a-z][\\w-]*) (.*=.*?)\\s*(?:\\(\\S*\\))?\\s*$");
	private static final Pattern NEW_OPERATION = Pattern.compile("^\\s+([a-z][\\w-]*): (\\S+)\\s*$");

	private final String text;
	private final LineIndex lines;
	private final int firstLine;
	private final TextRange name;
	private final TextRange agent;
	private final List<ClusterOption> options = new ArrayList<>();
	private final List<ClusterOption> meta = new ArrayList<>();
	private final List<FenceOperation> operations = new ArrayList<>();
	private String section = "";
	private int lastLine;
	private InsertionPoint optionsPoint;

	PcsDevice(String text, LineIndex lines, int line, TextRange name, TextRange agent) {
		this.text = text;
		this.lines = lines;
		this.firstLine = line;
		this.lastLine = line;
		this.name = name;
		this.agent = agent;
		String indent = lines.indentOf(lines.start(line));
		this.optionsPoint = new InsertionPoint(lines.end(line), 0, lines.lineBreak() + indent + "  Attributes: ", "");
	}

	/** {@return whether the line belongs to this device} */
	boolean readLine(int number) {
		String line = lines.line(number);
		if (lines.indentOf(lines.start(number)).length() <= lines.indentOf(lines.start(firstLine)).length()) {
			return false;
		}
		Matcher heading = SECTION.matcher(line);
		if (heading.matches()) {
			section = heading.group(1);
			int rest = lines.start(number) + heading.start(2);
			if (heading.group(2).contains("=")) {
				readPairs(number, rest, false);
			} else if (section.equals("Attributes")) {
				optionsPoint = new InsertionPoint(lines.end(number), 0, lines.lineBreak() + lines.indentOf(lines.start(number)) + "  ", "");
			}
		} else if (section.isEmpty()) {
			return false;
		} else {
			readPairs(number, lines.start(number), !section.equals("Operations") || !OLD_OPERATION.matcher(line).matches());
		}
		lastLine = number;
		return true;
	}

	private void readPairs(int number, int start, boolean single) {
		int end = lines.end(number);
		if (section.equals("Operations")) {
			readOperation(number, start, end);
			return;
		}
		for (PcsQuotes.Pair pair : PcsQuotes.pairs(text, start, end, number, single)) {
			ClusterOption option = option(pair, single ? lineOf(number) : pair.whole());
			if (section.equals("Attributes")) {
				options.add(option);
				String before = single ? lines.lineBreak() + lines.indentOf(start) : " ";
				optionsPoint = new InsertionPoint(pair.where().end(), 0, before, "");
			} else {
				meta.add(option);
			}
		}
	}

	/** {@return the line with the line break in front of it, which goes when the only pair on it goes} */
	private TextRange lineOf(int number) {
		int start = number > 1 ? lines.end(number - 1) : 0;
		return new TextRange(start, lines.end(number) - start, number);
	}

	private void readOperation(int number, int start, int end) {
		Matcher old = OLD_OPERATION.matcher(text.substring(start, end));
		Matcher modern = NEW_OPERATION.matcher(text.substring(start, end));
		if (modern.matches()) {
			operations.add(new FenceOperation(modern.group(1), List.of(), new TextRange(start + modern.start(1), modern.group(1).length(), number)));
		} else if (old.matches()) {
			int pairs = start + old.start(2);
			List<ClusterOption> given = PcsQuotes.pairs(text, pairs, start + old.end(2), number, false).stream()
					.map(pair -> option(pair, pair.whole())).toList();
			operations.add(new FenceOperation(old.group(1), given, new TextRange(start + old.start(1), old.group(1).length(), number)));
		} else if (!operations.isEmpty()) {
			FenceOperation last = operations.remove(operations.size() - 1);
			List<ClusterOption> given = new ArrayList<>(last.options());
			PcsQuotes.pairs(text, start, end, number, true).forEach(pair -> given.add(option(pair, lineOf(number))));
			operations.add(new FenceOperation(last.name(), given, last.where()));
		}
	}

	private static ClusterOption option(PcsQuotes.Pair pair, TextRange whole) {
		return new ClusterOption(pair.name(), OptionValue.of(pair.name(), pair.value()),
				new ClusterOption.Place(whole, pair.where(), pair.where()));
	}

	FenceDevice toDevice() {
		TextRange whole = lines.range(lines.start(firstLine), lines.end(lastLine));
		return new FenceDevice(text.substring(name.offset(), name.end()), text.substring(agent.offset(), agent.end()), options, operations, meta,
				new FenceDevice.Place(whole, name, agent, optionsPoint, Optional.empty()));
	}
}
