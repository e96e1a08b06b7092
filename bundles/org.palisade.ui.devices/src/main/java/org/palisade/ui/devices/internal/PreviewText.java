package org.palisade.ui.devices.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.swt.graphics.Image;

/**
 * A text as one side of a comparison.
 *
 * @param text the text
 */
record PreviewText(String text) implements ITypedElement, IEncodedStreamContentAccessor {

	private static final Charset CHARSET = StandardCharsets.UTF_8;

	@Override
	public InputStream getContents() {
		return new ByteArrayInputStream(text.getBytes(CHARSET));
	}

	@Override
	public String getCharset() {
		return CHARSET.name();
	}

	@Override
	public String getName() {
		return "";
	}

	@Override
	public Image getImage() {
		return null;
	}

	@Override
	public String getType() {
		return TEXT_TYPE;
	}
}
