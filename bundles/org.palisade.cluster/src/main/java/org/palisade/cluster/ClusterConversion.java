package org.palisade.cluster;

import java.util.ArrayList;
import java.util.List;

import org.palisade.cluster.internal.convert.Conversions;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.OtherContent;
import org.palisade.cluster.model.TextEdit;

/**
 * A document said in another form.
 *
 * @param form the form
 * @param text the text in that form, secrets included
 * @param losses what that form cannot say, or what had to be assumed, with the place in the original; nothing is left out that is not here
 */
public record ClusterConversion(ConfigurationForm form, String text, List<OtherContent> losses) {

	/** Copies the list. */
	public ClusterConversion {
		losses = List.copyOf(losses);
	}

	/**
	 * {@return the document in another form} In its own form it is the document itself, with {@code config_version} grown by one where there
	 * is one, as every export is a new version.
	 */
	public static ClusterConversion of(ClusterDocument document, ConfigurationForm form) {
		if (document.configuration().form() == form) {
			return new ClusterConversion(form, TextEdit.apply(document.text(), document.editor().versionEdits()), List.of());
		}
		List<OtherContent> losses = new ArrayList<>();
		String text = Conversions.write(Conversions.to(document.configuration(), form), losses);
		return new ClusterConversion(form, text, losses);
	}

	/** Does not show the text. */
	@Override
	public String toString() {
		return "ClusterConversion[" + form + ", " + losses.size() + " losses]";
	}
}
