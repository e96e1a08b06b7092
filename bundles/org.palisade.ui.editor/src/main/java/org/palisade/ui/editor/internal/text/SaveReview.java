package org.palisade.ui.editor.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.Severity;
import org.palisade.cluster.model.TextEdit;
import org.palisade.ui.editor.internal.preview.ChangePreview;

/** Shows what is about to be written. A configuration that has a version gets the next one, unless somebody has given it another one. */
final class SaveReview {

	private SaveReview() {
	}

	/** {@return whether the user wants it written; the new version is in the text then} */
	static boolean isAccepted(Shell shell, String name, String saved, ConfigurationModel model) {
		Analysis present = model.analysis();
		if (present.text().equals(saved)) {
			return true;
		}
		Analysis before = model.analyse(saved);
		List<TextEdit> version = versionEdits(before, present);
		Analysis after = model.analyse(TextEdit.apply(present.text(), version));
		ChangePreview.Change change = new ChangePreview.Change(NLS.bind(Messages.save_title, name), message(after), Messages.save_button, before.maskedText(),
				after.maskedText(), notes(before, after));
		if (new ChangePreview(shell, change).open() != Window.OK) {
			return false;
		}
		if (!version.isEmpty()) {
			model.apply(version);
		}
		return true;
	}

	private static List<TextEdit> versionEdits(Analysis before, Analysis present) {
		boolean sameVersion = version(before).equals(version(present));
		return present.document().filter(document -> sameVersion).map(document -> document.editor().versionEdits()).orElse(List.of());
	}

	private static Optional<String> version(Analysis analysis) {
		return analysis.document().flatMap(document -> document.configuration().version()).map(ClusterOption::text);
	}

	private static String message(Analysis after) {
		if (after.problem().isPresent()) {
			return NLS.bind(Messages.save_unreadable, after.problem().get().getMessage());
		}
		long errors = after.findings().stream().filter(finding -> finding.severity() == Severity.ERROR).count();
		return errors == 0 ? Messages.save_message : NLS.bind(Messages.save_errors, errors);
	}

	/** Of a line whose password alone has changed both sides look the same. */
	private static List<String> notes(Analysis before, Analysis after) {
		List<String> notes = new ArrayList<>();
		String version = version(after).orElse("");
		if (!version.isEmpty() && !version.equals(version(before).orElse(""))) {
			notes.add(NLS.bind(Messages.save_version, version));
		}
		if (before.maskedText().equals(after.maskedText())) {
			notes.add(Messages.save_secret);
		}
		return notes;
	}
}
