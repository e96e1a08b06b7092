package org.palisade.ui.internal.connection;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.palisade.api.option.Secret;

/** A field for a secret. One that is kept already is not in it: dots stand for it until somebody types. Only for the UI thread. */
final class SecretField {

	/** As many dots whatever the secret is. */
	private static final String DOTS = "********";

	private final Text text;
	private final boolean kept;
	private boolean changed;

	/**
	 * @param kept whether there is a secret already
	 * @param listener told of every change by the user
	 */
	SecretField(Composite parent, boolean kept, Runnable listener) {
		this.kept = kept;
		text = new Text(parent, SWT.BORDER | SWT.PASSWORD);
		text.setText(kept ? DOTS : "");
		text.addListener(SWT.Verify, this::replaceDots);
		text.addModifyListener(event -> listener.run());
	}

	/** Nobody can go on typing behind dots that are none of the secret. */
	private void replaceDots(Event event) {
		if (changed) {
			return;
		}
		changed = true;
		if (kept && !isWhole(event)) {
			event.doit = false;
			text.setText(event.text);
			text.setSelection(event.text.length());
		}
	}

	private boolean isWhole(Event event) {
		return event.start == 0 && event.end == text.getCharCount();
	}

	/** Enters another secret than the one that is kept, or none. */
	void enter(Optional<Secret> secret) {
		changed = true;
		text.setText(secret.map(Secret::reveal).orElse(""));
	}

	Text control() {
		return text;
	}

	/** {@return whether it is another secret than the one that is kept} */
	boolean isChanged() {
		return changed && (kept || !text.getText().isEmpty());
	}

	/** {@return whether there is no secret, neither kept nor entered} */
	boolean isEmpty() {
		return text.getText().isEmpty();
	}

	/** {@return what was entered} */
	Optional<Secret> entered() {
		return isEmpty() ? Optional.empty() : Optional.of(Secret.of(text.getText()));
	}
}
