package org.palisade.connections;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.option.StandardOptions;
import org.palisade.core.backend.InstalledBackEnds;
import org.palisade.core.option.CheckedOptions;
import org.palisade.core.option.CoreOptions;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.OptionCatalog;
import org.palisade.core.option.OptionChecker;
import org.palisade.core.option.RawOptions;

/** A connection in terms of the agent's options, so that the workbench and the agent mean the same by it. */
public final class ConnectionOptions {

	private ConnectionOptions() {
	}

	/**
	 * {@return the options by name, as a user of the agent would write them, without secrets}
	 *
	 * @param connection what to express
	 */
	public static Map<String, String> texts(Connection connection) {
		Map<String, String> texts = new LinkedHashMap<>();
		putUnless(texts, StandardOptions.IP, connection.address(), "");
		putUnless(texts, StandardOptions.USERNAME, connection.user(), "");
		if (connection.password() instanceof PasswordSource.Script script) {
			texts.put(StandardOptions.PASSWORD_SCRIPT, script.path());
		}
		texts.put(CoreOptions.VMWARE_TYPE, connection.backEndType());
		connection.datacenter().ifPresent(name -> texts.put(StandardOptions.VMWARE_DATACENTER, name));
		if (connection.trust() instanceof Trust.AuthoritiesFile authorities) {
			texts.put(StandardOptions.SSL_CA_FILE, authorities.file());
		} else if (connection.trust() instanceof Trust.Pinned pinned) {
			texts.put(StandardOptions.SSL_FINGERPRINT, pinned.fingerprint());
		}
		Timeouts timeouts = connection.timeouts();
		putUnless(texts, CoreOptions.LOGIN_TIMEOUT, timeouts.login(), Timeouts.DEFAULT.login());
		putUnless(texts, CoreOptions.SHELL_TIMEOUT, timeouts.answer(), Timeouts.DEFAULT.answer());
		putUnless(texts, CoreOptions.POWER_TIMEOUT, timeouts.power(), Timeouts.DEFAULT.power());
		texts.putAll(new TreeMap<>(connection.options()));
		return texts;
	}

	private static void putUnless(Map<String, String> texts, String name, Object value, Object standard) {
		if (!value.equals(standard)) {
			texts.put(name, value.toString());
		}
	}

	/**
	 * {@return the checked options, or what is wrong with them}
	 *
	 * @param connection where to
	 * @param credentials the secrets that are known
	 * @param plug what the request is about, if it is about a plug
	 * @param action what is to be done
	 * @param backEnds those that are installed
	 */
	public static CheckedOptions check(Connection connection, Credentials credentials, Optional<String> plug, FenceAction action,
			InstalledBackEnds backEnds) {
		return check(connection, credentials, plug, action, Map.of(), backEnds);
	}

	/**
	 * {@return the checked options, or what is wrong with them}
	 *
	 * @param connection where to
	 * @param credentials the secrets that are known
	 * @param plug what the request is about, if it is about a plug
	 * @param action what is to be done
	 * @param further further options by name; what the connection says wins over them
	 * @param backEnds those that are installed
	 */
	public static CheckedOptions check(Connection connection, Credentials credentials, Optional<String> plug, FenceAction action,
			Map<String, String> further, InstalledBackEnds backEnds) {
		Map<String, String> texts = new HashMap<>(further);
		texts.putAll(texts(connection));
		credentials.options().forEach((name, secret) -> texts.put(name, secret.reveal()));
		credentials.password().ifPresent(secret -> texts.put(StandardOptions.PASSWORD, secret.reveal()));
		plug.ifPresent(text -> texts.put(CoreOptions.PLUG, text));
		return OptionChecker.check(new RawOptions(texts, List.of()), action,
				backEnds.find(connection.backEndType()).map(FenceBackEnd::requiredOptions).orElseThrow(), OptionCatalog.of(backEnds.all()));
	}
}
