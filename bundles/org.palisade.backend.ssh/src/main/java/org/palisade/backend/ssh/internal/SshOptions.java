package org.palisade.backend.ssh.internal;

import java.util.List;

import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;

/** The options of this back end's own. Names and letters are those of the first fence_vmware and of ClusterLabs fence-agents. */
final class SshOptions {

	static final String SSH = "ssh";
	static final String IDENTITY_FILE = "identity_file";
	static final String SSH_OPTIONS = "ssh_options";
	static final String SSH_PATH = "ssh_path";
	static final String SSH_KNOWN_HOSTS = "ssh_known_hosts";
	static final String VMIPADDR = "vmipaddr";
	static final String VMLOGIN = "vmlogin";
	static final String VMPASSWD = "vmpasswd";
	static final String VMPASSWD_SCRIPT = "vmpasswd_script";

	private SshOptions() {
	}

	static List<OptionDeclaration> all() {
		return List.of(
				OptionDeclaration.of(SSH, OptionType.BOOLEAN, Messages.Option_Ssh).withOldNames("secure").withLetter('x'),
				OptionDeclaration.of(IDENTITY_FILE, OptionType.STRING, Messages.Option_IdentityFile).withLetter('k'),
				OptionDeclaration.of(SSH_OPTIONS, OptionType.STRING, Messages.Option_SshOptions),
				OptionDeclaration.of(SSH_PATH, OptionType.STRING, Messages.Option_SshPath),
				OptionDeclaration.of(SSH_KNOWN_HOSTS, OptionType.STRING, Messages.Option_SshKnownHosts),
				OptionDeclaration.of(VMIPADDR, OptionType.STRING, Messages.Option_Vmipaddr).withLetter('A').withDefault("localhost"),
				OptionDeclaration.of(VMLOGIN, OptionType.STRING, Messages.Option_Vmlogin).withLetter('L'),
				OptionDeclaration.of(VMPASSWD, OptionType.SECRET, Messages.Option_Vmpasswd).withLetter('P'),
				OptionDeclaration.script(VMPASSWD_SCRIPT, VMPASSWD, Messages.Option_VmpasswdScript).withLetter('B'));
	}
}
