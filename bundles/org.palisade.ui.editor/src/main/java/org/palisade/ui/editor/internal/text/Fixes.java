package org.palisade.ui.editor.internal.text;

import java.util.Optional;

import org.palisade.cluster.model.Finding;
import org.palisade.cluster.model.QuickFix;

/** Applies the fixes of findings. */
public final class Fixes {

	private Fixes() {
	}

	/** {@return why a finding matters, and whether something is left to do after this fix} */
	public static String explain(Finding finding, QuickFix fix) {
		return fix.complete() ? finding.explanation() : finding.explanation() + "\n\n" + Messages.look_after;
	}

	/**
	 * Applies a fix, if the text still has what it mends: what was found is looked for anew, because the text may have changed since.
	 *
	 * @return whether it was applied
	 */
	public static boolean apply(ConfigurationModel model, Finding finding, QuickFix fix) {
		return apply(model, finding.id(), finding.message(), fix.label());
	}

	/** As {@link #apply(ConfigurationModel, Finding, QuickFix)}, for who has only the texts of both. */
	static boolean apply(ConfigurationModel model, String id, String message, String label) {
		Optional<QuickFix> present = model.analysis().findings().stream().filter(finding -> finding.id().equals(id) && finding.message().equals(message))
				.flatMap(finding -> finding.fixes().stream()).filter(fix -> fix.label().equals(label)).findFirst();
		present.ifPresent(fix -> model.apply(fix.edits()));
		return present.isPresent();
	}
}
