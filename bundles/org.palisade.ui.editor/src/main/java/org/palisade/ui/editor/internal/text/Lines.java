package org.palisade.ui.editor.internal.text;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;

/** Finds lines. */
final class Lines {

	private Lines() {
	}

	/** {@return where a line stands, numbered from 1; the first one where there is no such line} */
	static Position position(String text, int line) {
		IDocument document = new Document(text);
		try {
			IRegion region = document.getLineInformation(Math.max(0, Math.min(line, document.getNumberOfLines()) - 1));
			return new Position(region.getOffset(), region.getLength());
		} catch (BadLocationException e) {
			return new Position(0, 0);
		}
	}
}
