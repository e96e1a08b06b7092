package org.palisade.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.spec.PBEKeySpec;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.api.option.Secret;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionStore;
import org.palisade.connections.PasswordSource;
import org.palisade.connections.Timeouts;
import org.palisade.connections.Trust;

class ConnectionStoreTest {

	private static final Secret PASSWORD = Secret.of("secret-of-the-test");

	@TempDir
	private Path folder;
	private IEclipsePreferences preferences;
	private URL storage;
	private ConnectionStore store;

	@BeforeEach
	void open() throws Exception {
		preferences = InstanceScope.INSTANCE.getNode("org.palisade.ui.tests." + UUID.randomUUID());
		storage = folder.resolve("storage").toUri().toURL();
		store = reopen();
	}

	private ConnectionStore reopen() throws Exception {
		ISecurePreferences secure = SecurePreferencesFactory.open(storage,
				Map.of(IProviderHints.DEFAULT_PASSWORD, new PBEKeySpec("master".toCharArray()), IProviderHints.PROMPT_USER, Boolean.FALSE));
		return new ConnectionStore(preferences, secure.node("test"));
	}

	private static Connection connection(Trust trust, PasswordSource password) {
		return new Connection("id-1", "Production", "vc.example.com:8443", "fencing@vsphere.local", "esx", trust, password, new Timeouts(1, 2, 3),
				Optional.of("DC0"));
	}

	@Test
	void keepsEveryFormOfAConnection() throws Exception {
		for (Trust trust : List.of(new Trust.SystemAuthorities(), new Trust.AuthoritiesFile("/ca.pem"), new Trust.Pinned("AB:CD", "vc"))) {
			for (PasswordSource source : List.of(new PasswordSource.SecureStorage(), new PasswordSource.Memory(), new PasswordSource.Script("/script"))) {
				Connection connection = connection(trust, source);
				store.save(connection, Optional.empty());
				assertEquals(List.of(connection), reopen().all());
			}
		}
	}

	@Test
	void keepsThePasswordEncrypted() throws Exception {
		Connection connection = connection(new Trust.SystemAuthorities(), new PasswordSource.SecureStorage());
		store.save(connection, Optional.of(PASSWORD));
		assertEquals(Optional.of(PASSWORD), store.password(connection));
		String stored = Files.readString(folder.resolve("storage"));
		assertFalse(stored.contains(PASSWORD.reveal()));
		for (String key : preferences.node("id-1").keys()) {
			assertFalse(preferences.node("id-1").get(key, "").contains(PASSWORD.reveal()), key);
		}
	}

	@Test
	void takesThePasswordOutOfStorageWhenItIsNoLongerKeptThere() throws Exception {
		Connection stored = connection(new Trust.SystemAuthorities(), new PasswordSource.SecureStorage());
		store.save(stored, Optional.of(PASSWORD));
		store.save(connection(new Trust.SystemAuthorities(), new PasswordSource.Script("/script")), Optional.empty());
		store.save(stored, Optional.empty());
		assertEquals(Optional.empty(), store.password(stored));
	}

	@Test
	void forgetsAConnectionWithItsPassword() throws Exception {
		Connection connection = connection(new Trust.SystemAuthorities(), new PasswordSource.SecureStorage());
		store.save(connection, Optional.of(PASSWORD));
		store.remove(connection);
		assertTrue(store.all().isEmpty());
		assertEquals(Optional.empty(), store.password(connection));
		assertFalse(preferences.nodeExists("id-1"));
	}

	@Test
	void writesNothingOfATransientConnection() throws Exception {
		Connection connection = connection(new Trust.Pinned("AB", "vc"), new PasswordSource.Memory());
		AtomicInteger told = new AtomicInteger();
		store.addListener(told::incrementAndGet);
		store.addTransient(connection, PASSWORD);
		assertEquals(1, told.get());
		assertEquals(Optional.of(PASSWORD), store.password(connection));
		assertFalse(preferences.nodeExists("id-1"));
		assertTrue(reopen().all().isEmpty());
	}

	@Test
	void toleratesANumberThatSomebodyEdited() throws Exception {
		store.save(connection(new Trust.SystemAuthorities(), new PasswordSource.Memory()), Optional.empty());
		preferences.node("id-1").putInt("loginTimeout", -7);
		assertEquals(Timeouts.DEFAULT.login(), reopen().all().get(0).timeouts().login());
	}
}
