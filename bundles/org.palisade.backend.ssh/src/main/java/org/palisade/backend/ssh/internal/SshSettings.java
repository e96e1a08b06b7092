package org.palisade.backend.ssh.internal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.transport.AddressFamily;
import org.palisade.transport.ServerAddress;

/**
 * The checked settings of the SSH log-in.
 *
 * @param address where the server is
 * @param family which kind of IP addresses may be used
 * @param username who logs in
 * @param password the password of the log-in, unless it is the passphrase of the key
 * @param identity the private key
 * @param knownHosts the files with trusted host keys, in the order in which they are searched
 * @param client what the user asked of the SSH client
 */
record SshSettings(ServerAddress address, AddressFamily family, String username, Optional<Secret> password, Optional<IdentityFile> identity,
		List<Path> knownHosts, ClientOptions client) {

	private static final int SSH_PORT = 22;

	/** Checks the options as far as it can be done before the scripts that give the passwords have run. */
	static void check(OptionValues options) throws FenceException {
		of(options, options.secret(StandardOptions.PASSWORD).isEmpty() && options.text(StandardOptions.PASSWORD_SCRIPT).isPresent());
		checkSecondLogin(options);
	}

	/** Reads and checks the options, the password of the log-in among them. */
	static SshSettings of(OptionValues options) throws FenceException {
		return of(options, false);
	}

	private static SshSettings of(OptionValues options, boolean passwordToCome) throws FenceException {
		ServerAddress address = ServerAddress.parse(options.requiredText(StandardOptions.IP), options.number(StandardOptions.IP_PORT), SSH_PORT);
		Optional<Secret> password = options.secret(StandardOptions.PASSWORD).filter(secret -> !secret.isEmpty());
		Optional<IdentityFile> identity = Optional.empty();
		if (options.text(SshOptions.IDENTITY_FILE).isPresent()) {
			Path file = path(SshOptions.IDENTITY_FILE, options.requiredText(SshOptions.IDENTITY_FILE));
			identity = Optional.of(IdentityFile.check(file, password, passwordToCome));
		} else if (password.isEmpty() && !passwordToCome) {
			throw Problems.option(Messages.Login_NothingToLogInWith,
					NLS.bind(Messages.Login_NothingToLogInWith_Advice, SshOptions.IDENTITY_FILE, StandardOptions.PASSWORD));
		}
		boolean isPassphrase = identity.flatMap(IdentityFile::passphrase).isPresent();
		return new SshSettings(address, family(options), plain(StandardOptions.USERNAME, options.requiredText(StandardOptions.USERNAME)),
				isPassphrase ? Optional.empty() : password, identity, knownHosts(options),
				ClientOptions.parse(options.text(SshOptions.SSH_OPTIONS).orElse("")));
	}

	private static void checkSecondLogin(OptionValues options) throws FenceException {
		boolean hasUser = options.isGiven(SshOptions.VMLOGIN);
		boolean hasPassword = options.isGiven(SshOptions.VMPASSWD) || options.isGiven(SshOptions.VMPASSWD_SCRIPT);
		if (hasUser != hasPassword || (options.isGiven(SshOptions.VMIPADDR) && !hasUser)) {
			throw Problems.option(Messages.SecondLogin_Incomplete,
					NLS.bind(Messages.SecondLogin_Advice, SshOptions.VMLOGIN, SshOptions.VMPASSWD));
		}
		if (hasUser) {
			plain(SshOptions.VMLOGIN, options.requiredText(SshOptions.VMLOGIN));
			if (plain(SshOptions.VMIPADDR, options.requiredText(SshOptions.VMIPADDR)).startsWith("-")) {
				throw Problems.option(NLS.bind(Messages.Address_Malformed, SshOptions.VMIPADDR,
						Problems.quote(options.requiredText(SshOptions.VMIPADDR))), Messages.Address_Advice);
			}
		}
		if (options.secret(SshOptions.VMPASSWD).map(Secret::reveal).filter(ShellScript::hasControlCharacter).isPresent()) {
			throw controlCharacter(options.isGiven(SshOptions.VMPASSWD_SCRIPT) ? SshOptions.VMPASSWD_SCRIPT : SshOptions.VMPASSWD);
		}
	}

	private static AddressFamily family(OptionValues options) throws FenceException {
		boolean onlyFour = options.flag(StandardOptions.INET4_ONLY);
		boolean onlySix = options.flag(StandardOptions.INET6_ONLY);
		if (onlyFour && onlySix) {
			throw Problems.option(NLS.bind(Messages.Family_Both, StandardOptions.INET4_ONLY, StandardOptions.INET6_ONLY),
					Messages.Family_Advice);
		}
		return onlyFour ? AddressFamily.INET4 : onlySix ? AddressFamily.INET6 : AddressFamily.ANY;
	}

	private static List<Path> knownHosts(OptionValues options) throws FenceException {
		Optional<String> given = options.text(SshOptions.SSH_KNOWN_HOSTS);
		if (given.isEmpty()) {
			return List.of(Path.of(System.getProperty("user.home"), ".ssh", "known_hosts"), Path.of("/etc/ssh/ssh_known_hosts"));
		}
		Path file = path(SshOptions.SSH_KNOWN_HOSTS, given.get());
		if (!Files.isReadable(file) || Files.isDirectory(file)) {
			throw Problems.option(NLS.bind(Messages.KnownHosts_Missing, SshOptions.SSH_KNOWN_HOSTS, file), Messages.KnownHosts_Missing_Advice);
		}
		return List.of(file);
	}

	private static Path path(String option, String text) throws FenceException {
		try {
			return Path.of(plain(option, text));
		} catch (InvalidPathException malformed) {
			throw controlCharacter(option);
		}
	}

	private static String plain(String option, String value) throws FenceException {
		if (ShellScript.hasControlCharacter(value)) {
			throw controlCharacter(option);
		}
		return value;
	}

	private static FenceException controlCharacter(String option) {
		return Problems.option(NLS.bind(Messages.ControlCharacter, option), Messages.ControlCharacter_Advice);
	}

	/** {@return the form in which OpenSSH's known_hosts names the server} */
	String knownHostsName() {
		return address.port() == SSH_PORT ? address.host() : "[" + address.host() + "]:" + address.port();
	}
}
