package org.palisade.cluster;

import java.util.List;
import java.util.Optional;

import org.palisade.cluster.internal.forms.FormSupport;
import org.palisade.cluster.internal.forms.Mask;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.DocumentEditor;
import org.palisade.cluster.model.TextEdit;

/**
 * A text and what it says. It is changed by edits of the text, so all that an edit does not touch stays as it is, character by character:
 * comments, order, white space, whatever else stands there. Immutable and thread-safe.
 */
public final class ClusterDocument {

	private final String text;
	private final ClusterConfiguration configuration;

	private ClusterDocument(String text, ClusterConfiguration configuration) {
		this.text = text;
		this.configuration = configuration;
	}

	/**
	 * {@return the document of a text whose form is told by its content}
	 *
	 * @throws ClusterSyntaxException when the form cannot be told, or the text does not follow it
	 */
	public static ClusterDocument parse(String text) throws ClusterSyntaxException {
		ConfigurationForm form = FormSupport.detect(text).orElse(null);
		if (form == null && text.stripLeading().startsWith("<")) {
			// Says what is wrong with the XML, or that it is none of ours.
			form = ConfigurationForm.CLUSTER_CONF;
		}
		if (form == null) {
			throw new ClusterSyntaxException(0, Messages.form_unknown);
		}
		return parse(text, form);
	}

	/**
	 * {@return the document of a text in the given form}
	 *
	 * @throws ClusterSyntaxException when the text does not follow that form
	 */
	public static ClusterDocument parse(String text, ConfigurationForm form) throws ClusterSyntaxException {
		return new ClusterDocument(text, FormSupport.read(form, text));
	}

	/**
	 * {@return the form of a text, as far as its beginning tells}
	 *
	 * @param beginning the first thousands of characters, or all
	 */
	public static Optional<ConfigurationForm> formOf(String beginning) {
		return FormSupport.detectBeginning(beginning);
	}

	/** {@return a text that cannot be read, with a mask for whatever looks like a secret and as many lines, to be shown} */
	public static String maskUnread(String unread) {
		return Mask.apply(unread);
	}

	/** {@return the text, secrets included} */
	public String text() {
		return text;
	}

	/** {@return the text with a mask for each secret and as many lines, to be shown} */
	public String maskedText() {
		return Mask.apply(text, configuration);
	}

	/** {@return what the text says} */
	public ClusterConfiguration configuration() {
		return configuration;
	}

	/** {@return what tells how a change of this document is written} */
	public DocumentEditor editor() {
		return FormSupport.editor(configuration);
	}

	/**
	 * {@return the document after these edits} {@code config_version} is not touched; see {@link DocumentEditor#versionEdits()}.
	 *
	 * @throws ClusterSyntaxException when the text can no longer be read then
	 */
	public ClusterDocument with(List<TextEdit> edits) throws ClusterSyntaxException {
		return parse(TextEdit.apply(text, edits), configuration.form());
	}

	/** Does not show the text. */
	@Override
	public String toString() {
		return "ClusterDocument[" + configuration.form() + "]";
	}
}
