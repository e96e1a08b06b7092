package org.palisade.devices;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.palisade.api.option.StandardOptions;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.SecretNames;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionOptions;
import org.palisade.core.option.CoreOptions;
import org.palisade.core.option.OptionCatalog;

/**
 * What the agent would be told by the cluster, with what the workbench has to say in its place: what lies in files of the cluster's machines is
 * not here, and who has a connection to the server has decided whom to believe that it is the server.
 */
final class DeviceOptions {

	private static final String REST_AGENT = "fence_vmware_rest";
	private static final String REST = "rest";
	/** What crmsh and pcs print in place of a password. */
	private static final Pattern MASK = Pattern.compile("\\*{3,}|<password hidden>");
	private static final List<String> TRUST = List.of(StandardOptions.SSL, StandardOptions.SSL_SECURE, StandardOptions.SSL_INSECURE,
			StandardOptions.SSL_CA_FILE, StandardOptions.SSL_FINGERPRINT, CoreOptions.NO_TLS);

	private DeviceOptions() {
	}

	/**
	 * {@return the options by name, without plug and action} A password is among them where the configuration has one.
	 *
	 * @param connection the connection to the device's server, if there is one
	 */
	static Map<String, String> of(ConfiguredDevice device, Optional<Connection> connection, OptionCatalog catalog) {
		Map<String, String> texts = new HashMap<>();
		if (device.agent().equals(Optional.of(REST_AGENT))) {
			texts.put(CoreOptions.VMWARE_TYPE, REST);
		}
		for (ClusterOption option : device.step().options()) {
			catalog.byKey(option.name()).ifPresent(declaration -> texts.put(declaration.name(), option.text()));
		}
		texts.remove(CoreOptions.ACTION);
		texts.remove(CoreOptions.PLUG);
		texts.computeIfPresent(StandardOptions.PASSWORD, (name, text) -> isPassword(text) ? text : null);
		texts.computeIfPresent(StandardOptions.PASSWORD_SCRIPT, (name, path) -> isExecutable(path) ? path : null);
		connection.ifPresent(known -> fillIn(texts, device, known));
		return texts;
	}

	private static void fillIn(Map<String, String> texts, ConfiguredDevice device, Connection connection) {
		Map<String, String> known = ConnectionOptions.texts(connection);
		TRUST.forEach(texts::remove);
		TRUST.stream().filter(known::containsKey).forEach(name -> texts.put(name, known.get(name)));
		if (!hasPassword(texts) && isSameUser(device, connection) && known.containsKey(StandardOptions.PASSWORD_SCRIPT)) {
			texts.put(StandardOptions.PASSWORD_SCRIPT, known.get(StandardOptions.PASSWORD_SCRIPT));
		}
		texts.putIfAbsent(StandardOptions.USERNAME, connection.user());
	}

	static boolean isSameUser(ConfiguredDevice device, Connection connection) {
		return device.user().filter(user -> !user.equals(connection.user())).isEmpty();
	}

	static boolean hasPassword(Map<String, String> texts) {
		return texts.containsKey(StandardOptions.PASSWORD) || texts.containsKey(StandardOptions.PASSWORD_SCRIPT);
	}

	private static boolean isPassword(String text) {
		return !text.isEmpty() && !MASK.matcher(text).matches() && !SecretNames.isReference(text);
	}

	private static boolean isExecutable(String path) {
		try {
			return Files.isRegularFile(Path.of(path)) && Files.isExecutable(Path.of(path));
		} catch (InvalidPathException e) {
			return false;
		}
	}
}
