package org.palisade.ui.editor.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.content.IContentDescription;
import org.eclipse.core.runtime.content.ITextContentDescriber;
import org.palisade.cluster.ClusterDocument;
import org.palisade.cluster.model.ConfigurationForm;

/** Tells files of a content type by what their beginning says; the declaration of the type names the forms, separated by commas. */
public final class FormDescriber implements ITextContentDescriber, IExecutableExtension {

	/** Some comments may stand before what tells the form. */
	private static final int BEGINNING = 16_384;

	private Set<ConfigurationForm> forms = Set.of();

	@Override
	public void setInitializationData(IConfigurationElement element, String property, Object data) {
		forms = Stream.of(String.valueOf(data).split(",")).map(ConfigurationForm::byId).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public int describe(Reader contents, IContentDescription description) throws IOException {
		char[] beginning = new char[BEGINNING];
		int length = 0;
		for (int read = 0; read >= 0 && length < BEGINNING; read = contents.read(beginning, length, BEGINNING - length)) {
			length += read;
		}
		String text = new String(beginning, 0, length);
		return ClusterDocument.formOf(text.startsWith("\ufeff") ? text.substring(1) : text).filter(forms::contains).isPresent() ? VALID : INVALID;
	}

	@Override
	public int describe(InputStream contents, IContentDescription description) throws IOException {
		return describe(new InputStreamReader(contents, StandardCharsets.UTF_8), description);
	}

	@Override
	public QualifiedName[] getSupportedOptions() {
		return new QualifiedName[0];
	}
}
