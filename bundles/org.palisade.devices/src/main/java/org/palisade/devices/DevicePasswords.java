package org.palisade.devices;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.equinox.security.storage.EncodingUtils;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.palisade.api.option.Secret;
import org.palisade.connections.ConnectionException;

/**
 * Passwords of devices whose configuration gives none, by server and user: in secure storage, or in memory until the workbench ends. Thread-safe. Not
 * for the UI thread: secure storage may ask for a master password.
 */
@Component(service = DevicePasswords.class)
public final class DevicePasswords {

	private static final String NODE = "org.palisade.devices";
	private static final String PASSWORD = "password";

	private final ISecurePreferences storage;
	private final Map<String, Secret> remembered = new HashMap<>();

	/** Those of the running workbench. */
	@Activate
	public DevicePasswords() {
		this(SecurePreferencesFactory.getDefault().node(NODE));
	}

	/** @param storage where they are kept */
	public DevicePasswords(ISecurePreferences storage) {
		this.storage = storage;
	}

	/** {@return as whom at which server a device logs in, for the user and as the name under which its password is kept} */
	public static String account(ConfiguredDevice device) {
		return device.user().orElse("") + '@' + device.server().map(server -> server.host() + ':' + server.port()).orElse("");
	}

	/**
	 * {@return the password if it is known}
	 *
	 * @throws ConnectionException when secure storage cannot be read
	 */
	public synchronized Optional<Secret> find(ConfiguredDevice device) throws ConnectionException {
		String account = account(device);
		String node = EncodingUtils.encodeSlashes(account);
		Secret known = remembered.get(account);
		if (known != null || !storage.nodeExists(node)) {
			return Optional.ofNullable(known);
		}
		try {
			return Optional.ofNullable(storage.node(node).get(PASSWORD, null)).map(Secret::of);
		} catch (StorageException e) {
			throw new ConnectionException(NLS.bind(Messages.storage_unreadable, account), e);
		}
	}

	/**
	 * Keeps a password.
	 *
	 * @param stored whether in secure storage, rather than in memory
	 * @throws ConnectionException when it cannot be kept in secure storage
	 */
	public synchronized void keep(ConfiguredDevice device, Secret password, boolean stored) throws ConnectionException {
		String account = account(device);
		remembered.put(account, password);
		if (!stored) {
			return;
		}
		try {
			storage.node(EncodingUtils.encodeSlashes(account)).put(PASSWORD, password.reveal(), true);
			storage.flush();
		} catch (StorageException | IOException e) {
			throw new ConnectionException(NLS.bind(Messages.storage_unwritable, account), e);
		}
	}

	/**
	 * Forgets a password that the server refused, so that another one can be entered.
	 *
	 * @throws ConnectionException when secure storage cannot be written
	 */
	public synchronized void forget(ConfiguredDevice device) throws ConnectionException {
		String account = account(device);
		remembered.remove(account);
		String node = EncodingUtils.encodeSlashes(account);
		if (!storage.nodeExists(node)) {
			return;
		}
		try {
			storage.node(node).removeNode();
			storage.flush();
		} catch (IOException e) {
			throw new ConnectionException(NLS.bind(Messages.storage_unwritable, account), e);
		}
	}
}
