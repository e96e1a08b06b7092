package org.palisade.backend.ssh.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.transport.ServerAddress;

/**
 * The trusted host keys of several known_hosts files, searched as one, as OpenSSH does. Nothing is ever added to them or taken away.
 * Remembers the key that the server showed, for a message that tells what to do about it.
 */
final class KnownHostKeys implements HostKeyRepository {

	private final List<Path> files;
	private final List<HostKeyRepository> repositories = new ArrayList<>();
	private byte[] shown;
	private int verdict = NOT_INCLUDED;

	/** Reads the files; one that does not exist counts as empty. */
	KnownHostKeys(List<Path> files, Diagnostics diagnostics) throws FenceException {
		this.files = files;
		for (Path file : files) {
			if (Files.isReadable(file)) {
				repositories.add(read(file));
			} else if (Files.exists(file)) {
				diagnostics.warning(NLS.bind(Messages.KnownHosts_Unreadable, file));
			}
		}
	}

	private static HostKeyRepository read(Path file) throws FenceException {
		JSch library = new JSch();
		try {
			library.setKnownHosts(file.toString());
		} catch (JSchException | RuntimeException malformed) {
			throw Problems.of(Kind.OPTION, NLS.bind(Messages.KnownHosts_Malformed, file), Messages.KnownHosts_Malformed_Advice, malformed);
		}
		return library.getHostKeyRepository();
	}

	@Override
	public synchronized int check(String host, byte[] key) {
		shown = key.clone();
		verdict = NOT_INCLUDED;
		for (HostKeyRepository repository : repositories) {
			int answer = repository.check(host, key);
			if (answer == OK) {
				verdict = OK;
				break;
			}
			verdict = answer == CHANGED ? CHANGED : verdict;
		}
		return verdict;
	}

	/** {@return the entries of all files; the library looks here for revoked keys, so none may be left out} */
	@Override
	public HostKey[] getHostKey(String host, String type) {
		List<HostKey> all = new ArrayList<>();
		for (HostKeyRepository repository : repositories) {
			HostKey[] keys = repository.getHostKey(host, type);
			all.addAll(keys == null ? List.of() : List.of(keys));
		}
		return all.toArray(HostKey[]::new);
	}

	@Override
	public HostKey[] getHostKey() {
		return getHostKey(null, null);
	}

	@Override
	public String getKnownHostsRepositoryID() {
		return files.toString();
	}

	@Override
	public void add(HostKey key, UserInfo user) {
		throw new UnsupportedOperationException("host keys are never accepted on first sight");
	}

	@Override
	public void remove(String host, String type) {
		throw new UnsupportedOperationException("host keys are never taken away");
	}

	@Override
	public void remove(String host, String type, byte[] key) {
		throw new UnsupportedOperationException("host keys are never taken away");
	}

	/** {@return whether the server showed a key that is trusted} */
	synchronized boolean trusted() {
		return verdict == OK;
	}

	/** {@return what to tell the user about a key that was refused} */
	synchronized FenceException refusal(ServerAddress address, String knownHostsName, boolean revoked, Exception cause) {
		String type = type();
		String fingerprint = fingerprint();
		if (revoked) {
			return Problems.of(Kind.TRUST, NLS.bind(Messages.HostKey_Revoked, new Object[] { address, type, fingerprint }),
					Messages.HostKey_Revoked_Advice, cause);
		}
		String line = knownHostsName + " " + type + " " + Base64.getEncoder().encodeToString(shown);
		if (verdict == CHANGED) {
			return Problems.of(Kind.TRUST, NLS.bind(Messages.HostKey_Changed, new Object[] { address, type, fingerprint, files }),
					NLS.bind(Messages.HostKey_Changed_Advice, new Object[] { files.get(0), knownHostsName, line }), cause);
		}
		return Problems.of(Kind.TRUST, NLS.bind(Messages.HostKey_Unknown, new Object[] { address, type, fingerprint }),
				NLS.bind(Messages.HostKey_Unknown_Advice, files.get(0), line), cause);
	}

	/** The key's first field names its type (RFC 4253, section 6.6). */
	private String type() {
		int length = shown.length < 4 ? 0 : ((shown[0] & 0xff) << 24) | ((shown[1] & 0xff) << 16) | ((shown[2] & 0xff) << 8) | (shown[3] & 0xff);
		boolean plausible = length > 0 && length <= shown.length - 4;
		return plausible ? Problems.quote(new String(shown, 4, length, java.nio.charset.StandardCharsets.US_ASCII)) : "?";
	}

	private String fingerprint() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(shown);
			return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}
}
