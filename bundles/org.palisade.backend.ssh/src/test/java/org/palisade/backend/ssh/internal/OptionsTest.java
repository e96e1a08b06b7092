package org.palisade.backend.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.transport.ServerAddress;

/** What can be told about the options without a server. */
class OptionsTest {

	@TempDir
	private Path folder;

	private final SshBackEnd backEnd = new SshBackEnd();

	private static Request request() {
		return new Request(22).with(StandardOptions.PASSWORD, Secret.of("topsecret"));
	}

	private static SshSettings settings(Request request) throws FenceException {
		return SshSettings.of(request.options());
	}

	private FenceException refused(Request request) {
		FenceException refusal = assertThrows(FenceException.class, () -> backEnd.validate(request.options()));
		assertEquals(Kind.OPTION, refusal.problem().kind());
		assertFalse(refusal.problem().advice().isEmpty(), refusal.getMessage());
		assertFalse(Request.everythingOf(refusal).contains("topsecret"));
		return refusal;
	}

	@ParameterizedTest
	@CsvSource({ "esx1,esx1,22", "esx1:2222,esx1,2222", "10.0.0.1,10.0.0.1,22", "[::1]:2222,::1,2222", "[fe80::1%eth0],fe80::1%eth0,22",
			"fe80::1,fe80::1,22" })
	void readsAddresses(String text, String host, int port) throws Exception {
		assertEquals(new ServerAddress(host, port), settings(request().with(StandardOptions.IP, text)).address());
	}

	@Test
	void aPortInTheAddressWins() throws Exception {
		Request request = request().with(StandardOptions.IP_PORT, 23);
		assertEquals(24, settings(request.with(StandardOptions.IP, "esx1:24")).address().port());
		assertEquals(23, settings(request.with(StandardOptions.IP, "esx1")).address().port());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "esx1:", "esx1:x", "esx1:0", "esx1:65536", "[::1]22", "[", "[]:1", "-oProxyCommand=x", "root@esx1", "a/b",
			"esx\n1" })
	void refusesWhatIsNoAddress(String text) {
		refused(request().with(StandardOptions.IP, text));
	}

	@Test
	void namesServersAsKnownHostsDoes() throws Exception {
		assertEquals("esx1", settings(request().with(StandardOptions.IP, "esx1")).knownHostsName());
		assertEquals("[::1]:2222", settings(request().with(StandardOptions.IP, "[::1]:2222")).knownHostsName());
	}

	@Test
	void wantsSomethingToLogInWith() {
		FenceException refusal = refused(request().without(StandardOptions.PASSWORD));
		assertTrue(refusal.problem().advice().contains(SshOptions.IDENTITY_FILE));
		assertTrue(refusal.problem().advice().contains(StandardOptions.PASSWORD));
	}

	@Test
	void acceptsThatTheScriptOfThePasswordHasNotRunYet() {
		assertDoesNotThrow(() -> backEnd.validate(
				request().without(StandardOptions.PASSWORD).with(StandardOptions.PASSWORD_SCRIPT, "/bin/true").options()));
		assertDoesNotThrow(() -> backEnd.validate(request().with(SshOptions.VMLOGIN, "root").with(SshOptions.VMPASSWD_SCRIPT, "/bin/true").options()));
	}

	@Test
	void refusesAMissingIdentityFile() {
		assertTrue(refused(request().with(SshOptions.IDENTITY_FILE, folder.resolve("none").toString())).getMessage()
				.contains(SshOptions.IDENTITY_FILE));
	}

	@Test
	void refusesAMissingKnownHostsFile() {
		assertTrue(refused(request().with(SshOptions.SSH_KNOWN_HOSTS, folder.resolve("none").toString())).getMessage()
				.contains(SshOptions.SSH_KNOWN_HOSTS));
	}

	@Test
	void refusesBothAddressFamilies() {
		refused(request().with(StandardOptions.INET4_ONLY, true).with(StandardOptions.INET6_ONLY, true));
	}

	@Test
	void wantsTheSecondLoginWholeOrNotAtAll() throws Exception {
		refused(request().with(SshOptions.VMLOGIN, "root"));
		refused(request().with(SshOptions.VMPASSWD, Secret.of("topsecret")));
		refused(request().with(SshOptions.VMIPADDR, "esx1"));
		refused(request().secondLogin("-x", "root", "topsecret"));
		refused(request().secondLogin("esx1", "root\n", "topsecret"));
		refused(request().secondLogin("esx1", "root", "topsecret\nx"));
		assertDoesNotThrow(() -> backEnd.validate(request().with(SshOptions.VMLOGIN, "root").with(SshOptions.VMPASSWD, Secret.of("p")).options()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-o StrictHostKeyChecking=no", "-oStrictHostKeyChecking=accept-new", "-o 'StrictHostKeyChecking ask'",
			"-o NoHostAuthenticationForLocalhost=yes", "-o UserKnownHostsFile=/dev/null", "-o ConnectTimeout=soon", "-o ConnectTimeout=0",
			"-o Ciphers", "-o KexAlgorithms=+nonsense", "-o 'Ciphers=aes128-ctr", "-o MACs=-hmac-sha2-256-etm@openssh.com,"
					+ "hmac-sha2-512-etm@openssh.com,hmac-sha1-etm@openssh.com,hmac-sha2-256,hmac-sha2-512,hmac-sha1" })
	void refusesClientOptionsThatWeakenOrMakeNoSense(String text) {
		refused(request().with(SshOptions.SSH_OPTIONS, text));
	}

	@Test
	void readsClientOptions() throws Exception {
		ClientOptions options = ClientOptions.parse("-t -o ConnectTimeout=7 -oHostKeyAlias=esx -o \"stricthostkeychecking yes\" -o Ciphers=aes256-ctr"
				+ " -o KexAlgorithms=^diffie-hellman-group14-sha1 -o MACs=-hmac-sha1 -o HostKeyAlgorithms=+ssh-rsa -o Compression=yes -v");
		assertEquals(Optional.of(Duration.ofSeconds(7)), options.connectTimeout());
		assertEquals(Optional.of("esx"), options.hostKeyAlias());
		assertEquals("aes256-ctr", options.algorithms().get("cipher.c2s"));
		assertEquals("aes256-ctr", options.algorithms().get("cipher.s2c"));
		assertTrue(options.algorithms().get("kex").startsWith("diffie-hellman-group14-sha1,"));
		assertFalse(List.of(options.algorithms().get("mac.c2s").split(",")).contains("hmac-sha1"));
		assertTrue(options.algorithms().get("server_host_key").endsWith(",ssh-rsa"));
		assertEquals(List.of("-t", "Compression", "-v"), options.ignored());
	}

	@Test
	void declaresEachNameAndLetterOnce() {
		Set<Object> seen = new HashSet<>();
		for (OptionDeclaration option : backEnd.options()) {
			assertTrue(seen.add(option.name()), option.name());
			option.oldNames().forEach(name -> assertTrue(seen.add(name), name));
			option.letter().ifPresent(letter -> assertTrue(seen.add(letter), option.name()));
			assertFalse(option.description().startsWith("NLS"), option.description());
		}
	}
}
