package org.palisade.ui.editor.internal.text;

import java.util.List;
import java.util.Optional;

import org.palisade.cluster.ClusterDocument;
import org.palisade.cluster.ClusterValidation;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.Finding;
import org.palisade.core.option.OptionCatalog;

/**
 * What a text says, and what is wrong with it. Immutable.
 *
 * @param text the text, secrets included
 * @param document what it says, empty when it cannot be read
 * @param problem why it cannot be read
 * @param findings what a check found
 */
public record Analysis(String text, Optional<ClusterDocument> document, Optional<ClusterSyntaxException> problem, List<Finding> findings) {

	/** Keeps a copy of the findings. */
	public Analysis {
		findings = List.copyOf(findings);
	}

	/**
	 * {@return the analysis of a text}
	 *
	 * @param form the form that it has to have, empty to tell it by the text
	 */
	static Analysis of(String text, Optional<ConfigurationForm> form, OptionCatalog catalog) {
		try {
			ClusterDocument document = form.isPresent() ? ClusterDocument.parse(text, form.get()) : ClusterDocument.parse(text);
			return new Analysis(text, Optional.of(document), Optional.empty(), ClusterValidation.check(document, Optional.of(catalog)));
		} catch (ClusterSyntaxException e) {
			return new Analysis(text, Optional.empty(), Optional.of(e), List.of());
		}
	}

	/** {@return the text with a mask for each secret, to be shown} */
	public String maskedText() {
		return document.map(ClusterDocument::maskedText).orElseGet(() -> ClusterDocument.maskUnread(text));
	}

	/** Does not show the text. */
	@Override
	public String toString() {
		return "Analysis[" + findings.size() + " findings]";
	}
}
