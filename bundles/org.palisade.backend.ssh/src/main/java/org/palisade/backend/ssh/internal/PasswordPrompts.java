package org.palisade.backend.ssh.internal;

import java.util.Optional;

import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;

import org.palisade.api.Diagnostics;
import org.palisade.api.option.Secret;

/**
 * Answers a server that asks for the password, once for each of the two ways in which it may ask: a wrong password that is sent again and
 * again locks accounts. Whatever else is asked remains unanswered.
 */
final class PasswordPrompts implements UserInfo, UIKeyboardInteractive {

	private final Optional<Secret> password;
	private final Diagnostics diagnostics;
	private boolean passwordSent;
	private boolean keyboardAnswered;

	PasswordPrompts(Optional<Secret> password, Diagnostics diagnostics) {
		this.password = password;
		this.diagnostics = diagnostics;
	}

	@Override
	public boolean promptPassword(String message) {
		boolean first = !passwordSent;
		passwordSent = true;
		return first && password.isPresent();
	}

	@Override
	public String getPassword() {
		return password.map(Secret::reveal).orElse(null);
	}

	@Override
	public String[] promptKeyboardInteractive(String destination, String name, String instruction, String[] prompts, boolean[] echo) {
		if (prompts.length == 0) {
			return new String[0];
		}
		// An expired password is asked for together with a new one, which is not ours to choose.
		boolean asksForPassword = prompts.length == 1 && !echo[0] && !prompts[0].toLowerCase(java.util.Locale.ROOT).contains("new ");
		if (!asksForPassword || keyboardAnswered || password.isEmpty()) {
			return null;
		}
		keyboardAnswered = true;
		return new String[] { password.get().reveal() };
	}

	@Override
	public boolean promptPassphrase(String message) {
		return false;
	}

	@Override
	public String getPassphrase() {
		return null;
	}

	@Override
	public boolean promptYesNo(String message) {
		return false;
	}

	/** The server's banner. */
	@Override
	public void showMessage(String message) {
		diagnostics.detail(Problems.quote(message));
	}
}
