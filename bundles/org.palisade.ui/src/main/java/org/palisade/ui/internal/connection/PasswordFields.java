package org.palisade.ui.internal.connection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Text;
import org.palisade.api.option.Secret;
import org.palisade.connections.PasswordSource;

/** Where the password of a connection comes from. Only for the UI thread. */
final class PasswordFields {

	private final Button stored;
	private final Button asked;
	private final Button scripted;
	private final Button unneeded;
	private final Text password;
	private final Text script;
	private boolean known;

	PasswordFields(Group group, FormWidgets widgets) {
		FormWidgets.label(group, Messages.label_password_source);
		Composite choices = new Composite(group, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).applyTo(choices);
		stored = widgets.radio(choices, Messages.password_stored, this::enable);
		asked = widgets.radio(choices, Messages.password_asked, this::enable);
		scripted = widgets.radio(choices, Messages.password_script, this::enable);
		unneeded = widgets.radio(choices, Messages.password_none, this::enable);
		password = widgets.text(group, Messages.label_password, "", SWT.BORDER | SWT.PASSWORD);
		FormWidgets.label(group, Messages.label_script);
		script = widgets.fileField(group, Messages.label_script);
		choose(stored);
	}

	/**
	 * Shows what a connection has.
	 *
	 * @param isKnown whether there is a password already, so that none need be entered
	 */
	void show(PasswordSource source, boolean isKnown) {
		known = isKnown;
		script.setText(source instanceof PasswordSource.Script value ? value.path() : "");
		password.setMessage(isKnown ? Messages.password_unchanged : "");
		choose(button(source));
	}

	private Button button(PasswordSource source) {
		if (source instanceof PasswordSource.Script) {
			return scripted;
		}
		return source instanceof PasswordSource.Memory ? asked : source instanceof PasswordSource.None ? unneeded : stored;
	}

	/**
	 * Offers what makes sense for another back end.
	 *
	 * @param needsUser whether somebody has to log in
	 * @param needsPassword whether that takes a password
	 */
	void adapt(boolean needsUser, boolean needsPassword) {
		unneeded.setEnabled(!needsPassword);
		if (needsPassword && unneeded.getSelection()) {
			choose(stored);
		} else if (!needsPassword && !needsUser) {
			choose(unneeded);
		}
	}

	private void choose(Button source) {
		for (Button button : List.of(stored, asked, scripted, unneeded)) {
			button.setSelection(button == source);
		}
		enable();
	}

	private void enable() {
		password.setEnabled(!scripted.getSelection() && !unneeded.getSelection());
		FormWidgets.enableFileField(script, scripted.getSelection());
	}

	/** {@return where it comes from} */
	PasswordSource source() {
		if (scripted.getSelection()) {
			return new PasswordSource.Script(script.getText().strip());
		}
		if (unneeded.getSelection()) {
			return new PasswordSource.None();
		}
		return asked.getSelection() ? new PasswordSource.Memory() : new PasswordSource.SecureStorage();
	}

	/** {@return the password if one was entered} */
	Optional<Secret> password() {
		return !password.isEnabled() || password.getText().isEmpty() ? Optional.empty() : Optional.of(Secret.of(password.getText()));
	}

	/** {@return what is wrong with the fields} */
	Optional<String> problem() {
		if (scripted.getSelection()) {
			Path path = Path.of(script.getText().strip());
			return Files.isExecutable(path) && !Files.isDirectory(path) ? Optional.empty() : Optional.of(Messages.script_not_executable);
		}
		return stored.getSelection() && password.getText().isEmpty() && !known ? Optional.of(Messages.password_missing) : Optional.empty();
	}
}
