package org.palisade.backend.ssh.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;

/**
 * A private key in a file.
 *
 * @param file where it is
 * @param passphrase what decrypts it; empty when it is not encrypted
 */
record IdentityFile(Path file, Optional<Secret> passphrase) {

	/**
	 * Looks whether the file holds a key that can be used.
	 *
	 * @param password the password of the log-in, which by the fence agents' convention is the passphrase of an encrypted key
	 * @param passwordToCome whether the password is not known yet
	 */
	static IdentityFile check(Path file, Optional<Secret> password, boolean passwordToCome) throws FenceException {
		if (!Files.isReadable(file) || Files.isDirectory(file)) {
			throw Problems.option(NLS.bind(Messages.Identity_Unreadable, SshOptions.IDENTITY_FILE, file), Messages.Identity_Unreadable_Advice);
		}
		KeyPair key = load(file);
		try {
			if (!key.isEncrypted()) {
				return new IdentityFile(file, Optional.empty());
			}
			if (passwordToCome) {
				return new IdentityFile(file, Optional.empty());
			}
			if (password.isEmpty() || !key.decrypt(bytes(password.get()))) {
				throw Problems.option(NLS.bind(Messages.Identity_Encrypted, SshOptions.IDENTITY_FILE, file),
						NLS.bind(Messages.Identity_Encrypted_Advice, StandardOptions.PASSWORD));
			}
			return new IdentityFile(file, password);
		} finally {
			key.dispose();
		}
	}

	private static KeyPair load(Path file) throws FenceException {
		try {
			// From bytes: given a file, the library takes the public key from another file beside it, which may be of another key.
			return KeyPair.load(new JSch(), Files.readAllBytes(file), null);
		} catch (JSchException | IOException notAKey) {
			throw Problems.option(NLS.bind(Messages.Identity_NotAKey, SshOptions.IDENTITY_FILE, file), Messages.Identity_NotAKey_Advice);
		}
	}

	/** Hands the key to the library. */
	void addTo(JSch library) throws JSchException, IOException {
		library.addIdentity(file.toString(), Files.readAllBytes(file), null, passphrase.map(IdentityFile::bytes).orElse(null));
	}

	private static byte[] bytes(Secret secret) {
		return secret.reveal().getBytes(StandardCharsets.UTF_8);
	}
}
