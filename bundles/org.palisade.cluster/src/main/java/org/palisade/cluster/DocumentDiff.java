package org.palisade.cluster;

import java.util.ArrayList;
import java.util.List;

import org.palisade.cluster.internal.text.LineIndex;
import org.palisade.cluster.model.TextEdit;

/** Shows what edits change, as a unified diff (POSIX diff, {@code -U 3}) with a mask for each secret. */
public final class DocumentDiff {

	private static final int CONTEXT = 3;

	/** A run of lines that are replaced by another: first lines from 1, counts may be 0. */
	private record Change(int oldStart, int oldCount, int newStart, int newCount) {
	}

	private final LineIndex before;
	private final LineIndex after;
	private final String shownBefore;
	private final String shownAfter;

	private DocumentDiff(ClusterDocument before, ClusterDocument after) {
		this.before = new LineIndex(before.text());
		this.after = new LineIndex(after.text());
		this.shownBefore = before.maskedText();
		this.shownAfter = after.maskedText();
	}

	/**
	 * {@return the diff, empty text when nothing changes} A line whose only change is a secret is shown as changed, with the same mask before
	 * and after.
	 *
	 * @param name the name of the file, for the head
	 * @param before the document before
	 * @param edits the changes, in its offsets
	 * @param after the document after these changes
	 */
	public static String of(String name, ClusterDocument before, List<TextEdit> edits, ClusterDocument after) {
		if (edits.isEmpty()) {
			return "";
		}
		DocumentDiff diff = new DocumentDiff(before, after);
		StringBuilder text = new StringBuilder("--- a/" + name + "\n+++ b/" + name + "\n");
		List<Change> hunk = new ArrayList<>();
		for (Change change : diff.changes(edits)) {
			if (!hunk.isEmpty() && change.oldStart() - endOf(hunk.get(hunk.size() - 1)) > 2 * CONTEXT) {
				diff.write(hunk, text);
				hunk.clear();
			}
			hunk.add(change);
		}
		diff.write(hunk, text);
		return text.toString();
	}

	private static int endOf(Change change) {
		return change.oldStart() + change.oldCount();
	}

	/** {@return the lines that the edits touch; those of edits on the same lines are one change} */
	private List<Change> changes(List<TextEdit> edits) {
		List<Change> changes = new ArrayList<>();
		int shift = 0;
		for (TextEdit edit : TextEdit.sorted(edits)) {
			int oldFirst = before.lineOf(edit.offset());
			int oldLast = before.lineOf(edit.offset() + edit.length());
			int newFirst = after.lineOf(edit.offset() + shift);
			int newLast = after.lineOf(edit.offset() + shift + edit.replacement().length());
			shift += edit.replacement().length() - edit.length();
			Change change = new Change(oldFirst, oldLast - oldFirst + 1, newFirst, newLast - newFirst + 1);
			Change last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
			if (last != null && oldFirst < endOf(last)) {
				changes.set(changes.size() - 1, new Change(last.oldStart(), oldLast - last.oldStart() + 1, last.newStart(),
						newLast - last.newStart() + 1));
			} else {
				changes.add(change);
			}
		}
		return changes;
	}

	private void write(List<Change> hunk, StringBuilder text) {
		Change first = hunk.get(0);
		Change last = hunk.get(hunk.size() - 1);
		int leading = Math.min(CONTEXT, first.oldStart() - 1);
		int trailing = Math.max(0, Math.min(CONTEXT, lastLine(before, shownBefore) - (endOf(last) - 1)));
		int oldStart = first.oldStart() - leading;
		int newStart = first.newStart() - leading;
		int oldCount = endOf(last) + trailing - oldStart;
		int newCount = last.newStart() + last.newCount() + trailing - newStart;
		text.append("@@ -").append(oldStart).append(',').append(oldCount).append(" +").append(newStart).append(',').append(newCount).append(" @@\n");
		LineIndex oldLines = new LineIndex(shownBefore);
		LineIndex newLines = new LineIndex(shownAfter);
		int at = oldStart;
		for (Change change : hunk) {
			at = append(text, ' ', oldLines, at, change.oldStart());
			at = append(text, '-', oldLines, at, endOf(change));
			append(text, '+', newLines, change.newStart(), change.newStart() + change.newCount());
		}
		append(text, ' ', oldLines, at, at + trailing);
	}

	/** What stands behind the last line break is no line when there is nothing. */
	private static int lastLine(LineIndex lines, String text) {
		return text.isEmpty() || text.endsWith("\n") ? lines.count() - 1 : lines.count();
	}

	private static int append(StringBuilder text, char mark, LineIndex lines, int from, int to) {
		for (int line = from; line < to; line++) {
			text.append(mark).append(lines.line(line)).append('\n');
		}
		return to;
	}
}
