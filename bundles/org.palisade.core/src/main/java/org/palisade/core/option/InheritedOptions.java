package org.palisade.core.option;

import static org.palisade.api.option.OptionDeclaration.of;
import static org.palisade.api.option.OptionType.BOOLEAN;
import static org.palisade.api.option.OptionType.STRING;

import java.util.List;

import org.palisade.api.option.OptionDeclaration;

/**
 * Options of the fence agents of ClusterLabs fence-agents 4.12.1 that Palisade replaces, which a configuration may hold though nobody here
 * needs them. They are accepted and not used, unless an installed back end declares an option of that name.
 */
final class InheritedOptions {

	private InheritedOptions() {
	}

	static List<OptionDeclaration> all() {
		return List.of(of("gnutlscli_path", STRING, Messages.not_used).withDefault("/usr/bin/gnutls-cli"),
				of("api_path", STRING, Messages.not_used).withDefault("/rest"),
				of("filter", STRING, Messages.not_used),
				of("ssh", BOOLEAN, Messages.not_used).withOldNames("secure").withLetter('x'),
				of("identity_file", STRING, Messages.not_used).withLetter('k'),
				of("ssh_options", STRING, Messages.not_used),
				of("ssh_path", STRING, Messages.not_used));
	}
}
