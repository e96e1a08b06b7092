package org.palisade.cluster.internal.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.palisade.cluster.model.TextRange;

/** Tells on which line an offset of a text lies. */
public final class LineIndex {

	private final String text;
	private final List<Integer> starts = new ArrayList<>(List.of(0));

	/** Looks for the line breaks of a text: LF, CR LF or CR. */
	public LineIndex(String text) {
		this.text = text;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
				starts.add(i + 1);
			}
		}
	}

	/** {@return the stretch from an offset to another} */
	public TextRange range(int start, int end) {
		return new TextRange(start, end - start, lineOf(start));
	}

	/** {@return the line of an offset, from 1} */
	public int lineOf(int offset) {
		int found = Collections.binarySearch(starts, offset);
		return found >= 0 ? found + 1 : -found - 1;
	}

	/** {@return how many lines there are, the one behind the last line break included} */
	public int count() {
		return starts.size();
	}

	/** {@return the offset at which a line begins} */
	public int start(int line) {
		return starts.get(line - 1);
	}

	/** {@return the offset behind the last character of a line, its line break left out} */
	public int end(int line) {
		int end = line == starts.size() ? text.length() : starts.get(line);
		while (end > start(line) && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
			end--;
		}
		return end;
	}

	/** {@return a line without its line break} */
	public String line(int line) {
		return text.substring(start(line), end(line));
	}

	/** {@return the white space at the beginning of the line of an offset} */
	public String indentOf(int offset) {
		int start = start(lineOf(offset));
		int end = start;
		while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
			end++;
		}
		return text.substring(start, end);
	}

	/** {@return the line break that this text uses} */
	public String lineBreak() {
		return text.contains("\r\n") ? "\r\n" : "\n";
	}
}
