package org.palisade.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.palisade.cluster.model.Finding;
import org.palisade.cluster.model.QuickFix;
import org.palisade.cluster.model.TextEdit;

/**
 * What mends several findings at once.
 *
 * @param edits the changes, in the offsets of the document, {@code config_version} included; empty when there is nothing to do
 * @param mended what they mend, in the order of the findings
 * @param postponed what they could mend as well, if it did not change the same places; another check and repair may do so
 */
public record ClusterRepair(List<TextEdit> edits, List<Mended> mended, List<Finding> postponed) {

	/**
	 * A finding and what mends it.
	 *
	 * @param finding the finding
	 * @param fix the best of its fixes
	 */
	public record Mended(Finding finding, QuickFix fix) {
	}

	/** Copies the lists. */
	public ClusterRepair {
		edits = List.copyOf(edits);
		mended = List.copyOf(mended);
		postponed = List.copyOf(postponed);
	}

	/**
	 * {@return what mends findings of this document}
	 *
	 * @param document the document
	 * @param findings what a check of it found
	 * @param rules the rules whose findings are to be mended, by the best of their fixes; empty for all that have a
	 *        {@linkplain QuickFix#complete() complete} one
	 */
	public static ClusterRepair of(ClusterDocument document, List<Finding> findings, Optional<Set<String>> rules) {
		List<TextEdit> edits = new ArrayList<>();
		List<Mended> mended = new ArrayList<>();
		List<Finding> postponed = new ArrayList<>();
		for (Finding finding : findings) {
			bestFix(finding, rules).ifPresent(fix -> {
				// Several findings may be mended by the same fix.
				boolean done = mended.stream().anyMatch(earlier -> earlier.fix().equals(fix));
				if (!done && fix.edits().stream().anyMatch(edit -> edits.stream().anyMatch(edit::overlaps))) {
					postponed.add(finding);
					return;
				}
				if (!done) {
					edits.addAll(fix.edits());
				}
				mended.add(new Mended(finding, fix));
			});
		}
		if (!edits.isEmpty()) {
			edits.addAll(document.editor().versionEdits());
		}
		return new ClusterRepair(edits, mended, postponed);
	}

	private static Optional<QuickFix> bestFix(Finding finding, Optional<Set<String>> rules) {
		if (rules.isPresent()) {
			return finding.fixes().stream().findFirst().filter(fix -> rules.get().contains(finding.id()));
		}
		return finding.fixes().stream().filter(QuickFix::complete).findFirst();
	}
}
