package org.palisade.cluster.internal.text;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.TextRange;

/**
 * Takes a script apart as a POSIX shell does, which crmsh does much the same: words, quotes, a backslash before the line's end, comments.
 * Nothing is expanded.
 */
public final class StatementReader {

	/** Whose rules hold. */
	public enum Dialect {
		/** A POSIX shell. */
		SHELL(true, "\"\\$`"),
		/** crmsh, which reads with Python's shlex. */
		CRMSH(false, "\"\\");

		private final boolean semicolonEnds;
		private final String escapable;

		Dialect(boolean semicolonEnds, String escapable) {
			this.semicolonEnds = semicolonEnds;
			this.escapable = escapable;
		}
	}

	private final String text;
	private final Dialect dialect;
	private final LineIndex lines;
	private final List<Statement> statements = new ArrayList<>();
	private final List<TextRange> comments = new ArrayList<>();
	private List<Word> words = new ArrayList<>();
	private int at;

	private StatementReader(String text, Dialect dialect) {
		this.text = text;
		this.dialect = dialect;
		this.lines = new LineIndex(text);
	}

	/**
	 * {@return the commands of a script}
	 *
	 * @param dialect whose rules hold
	 * @throws ClusterSyntaxException when a quote is not closed
	 */
	public static Script read(String text, Dialect dialect) throws ClusterSyntaxException {
		StatementReader reader = new StatementReader(text, dialect);
		reader.read();
		return new Script(reader.statements, reader.comments);
	}

	private void read() throws ClusterSyntaxException {
		int whiteSpaceStart = 0;
		while (at < text.length()) {
			char c = text.charAt(at);
			if (isContinuation()) {
				at = afterLineBreak(at + 1);
			} else if (c == '\n' || c == '\r' || dialect.semicolonEnds && c == ';') {
				at++;
				endStatement();
				whiteSpaceStart = at;
			} else if (c == ' ' || c == '\t') {
				at++;
			} else if (c == '#') {
				skipComment();
			} else {
				words.add(word(whiteSpaceStart));
				whiteSpaceStart = at;
			}
		}
		endStatement();
	}

	private void endStatement() {
		if (!words.isEmpty()) {
			statements.add(new Statement(words));
			words = new ArrayList<>();
		}
	}

	private void skipComment() {
		int start = at;
		while (at < text.length() && text.charAt(at) != '\n') {
			at++;
		}
		comments.add(lines.range(start, at));
	}

	private Word word(int whiteSpaceStart) throws ClusterSyntaxException {
		int start = at;
		StringBuilder word = new StringBuilder();
		while (at < text.length() && !endsWord(text.charAt(at)) && !isContinuation()) {
			char c = text.charAt(at);
			if (c == '\'' || c == '"') {
				quoted(c, word);
			} else if (c == '\\' && at + 1 < text.length()) {
				word.append(text.charAt(at + 1));
				at += 2;
			} else {
				word.append(c);
				at++;
			}
		}
		return new Word(word.toString(), lines.range(whiteSpaceStart, at), lines.range(start, at));
	}

	private void quoted(char quote, StringBuilder word) throws ClusterSyntaxException {
		int start = at++;
		while (at < text.length() && text.charAt(at) != quote) {
			if (quote == '"' && text.charAt(at) == '\\' && at + 1 < text.length() && dialect.escapable.indexOf(text.charAt(at + 1)) >= 0) {
				at++;
			}
			word.append(text.charAt(at++));
		}
		if (at >= text.length()) {
			int line = lines.lineOf(start);
			throw new ClusterSyntaxException(line, NLS.bind(Messages.quote_open, line));
		}
		at++;
	}

	private boolean endsWord(char c) {
		return c == ' ' || c == '\t' || c == '\n' || c == '\r' || dialect.semicolonEnds && c == ';';
	}

	private boolean isContinuation() {
		return text.charAt(at) == '\\' && at + 1 < text.length() && (text.charAt(at + 1) == '\n' || text.charAt(at + 1) == '\r');
	}

	private int afterLineBreak(int offset) {
		return text.startsWith("\r\n", offset) ? offset + 2 : offset + 1;
	}
}
