package org.palisade.backend.vmrun.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.palisade.backend.vmrun.internal.SessionFixture.problem;
import static org.palisade.backend.vmrun.internal.SessionFixture.soon;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;

class VmrunBackEndTest {

	@TempDir
	Path folder;

	private SessionFixture fixture;

	@BeforeEach
	void create() throws Exception {
		fixture = new SessionFixture(folder);
	}

	@Test
	void typesAreThoseOfTheOldAgents() {
		assertEquals("server1", new Server1BackEnd().type());
		assertEquals("server2", new Server2BackEnd().type());
		assertFalse(new Server1BackEnd().summary().equals(new Server2BackEnd().summary()));
	}

	@Test
	void commandLineOfServer2() throws Exception {
		fixture.open(ServerType.SERVER2, Map.of("ip", "vmhost.example.com:8333")).check(Optional.of(registered("[s] a.vmx")), soon());

		assertEquals(List.of("-h", "https://vmhost.example.com:8333/sdk", "-u", StandInVmrun.USER, "-p", StandInVmrun.PASSWORD, "-T",
				"server", "list"), fixture.vmrun.calls().get(0));
	}

	@Test
	void commandLineOfServer1() throws Exception {
		fixture.open(ServerType.SERVER1, Map.of("ip", "vmhost.example.com:902")).check(Optional.empty(), soon());

		assertEquals(List.of("-h", "vmhost.example.com", "-P", "902", "-u", StandInVmrun.USER, "-p", StandInVmrun.PASSWORD, "-T", "server1",
				"list"), fixture.vmrun.calls().get(0));
	}

	@ParameterizedTest
	@EnumSource(ServerType.class)
	void sessionsWarnOnceThatThePasswordIsVisible(ServerType type) throws Exception {
		fixture.open(type);

		assertEquals(List.of(Messages.passwordVisible), fixture.diagnostics.warnings());
	}

	@Test
	void sessionsWarnThatTheAddressFamilyDoesNotCount() throws Exception {
		fixture.open(ServerType.SERVER2, Map.of("inet6_only", true));

		assertTrue(fixture.diagnostics.warnings().contains(Messages.addressFamilyIgnored));
	}

	@ParameterizedTest
	@ValueSource(strings = { "vmrun version 2.0.0 build-116503", "vmrun version 2.0.1 build-156745", "VMRUN version 10.1" })
	void acceptsVersion2(String banner) throws Exception {
		fixture.vmrun.banner(banner);

		fixture.open(ServerType.SERVER2);
	}

	@ParameterizedTest
	@CsvSource({ "vmrun version 1.0.0 build-80004,1.0.0", "vmrun version 1.17.0 build-7520154,1.17.0" })
	void refusesAnOlderVersion(String banner, String version) throws Exception {
		fixture.vmrun.banner(banner);

		FenceProblem problem = problem(() -> fixture.open(ServerType.SERVER2));
		assertEquals(Kind.OPTION, problem.kind());
		assertTrue(problem.message().contains("vmrun " + version));
	}

	@Test
	void refusesAProgramThatIsNotVmrun() throws Exception {
		fixture.vmrun.banner("rm (GNU coreutils) 9.1");

		assertEquals(Kind.OPTION, problem(() -> fixture.open(ServerType.SERVER1)).kind());
	}

	@Test
	void refusesAnExecThatCannotBeRun() throws Exception {
		Path plain = Files.writeString(folder.resolve("plain"), "text");

		assertProblemNames("exec", Map.of("exec", "vmrun"));
		assertProblemNames("exec", Map.of("exec", "bin/vmrun"));
		assertProblemNames("exec", Map.of("exec", folder.resolve("missing").toString()));
		assertProblemNames("exec", Map.of("exec", folder.toString()));
		assertProblemNames("exec", Map.of("exec", plain.toString()));
		assertProblemNames("exec", Map.of("exec", "/\0"));
	}

	@Test
	void execIsUsrBinVmrunByDefault() {
		Map<String, Object> values = Map.of("ip", "h", "username", "u", "password", Secret.of("p"));

		FenceProblem problem = problem(() -> new Server2BackEnd().open(new OptionValues(values, Set.of()),
				new SessionContext(fixture.cancellation, fixture.diagnostics, Duration.ofMinutes(1)), soon()));
		assertTrue(problem.message().contains("\"/usr/bin/vmrun\""), problem.message());
	}

	@Test
	void anExecThatDisappearedIsToldAsSuch() throws Exception {
		FenceSession session = fixture.open(ServerType.SERVER2);
		Files.delete(fixture.vmrun.executable());

		FenceProblem problem = problem(() -> session.check(Optional.empty(), soon()));
		assertEquals(Kind.OPTION, problem.kind());
		assertTrue(problem.message().contains(fixture.vmrun.executable().toString()));
		assertFalse(problem.toString().contains(StandInVmrun.PASSWORD));
	}

	@Test
	void refusesToPretendVerification() {
		assertProblemNames("ssl_secure", Map.of("ssl_secure", true));
		assertProblemNames("ssl_ca_file", Map.of("ssl_ca_file", "/etc/ca.pem"));
		assertProblemNames("ssl_fingerprint", Map.of("ssl_fingerprint", "AB"));
	}

	@Test
	void acceptsThatNothingIsVerified() throws Exception {
		fixture.open(ServerType.SERVER2, Map.of("ssl_insecure", true, "ssl_secure", false));
	}

	@Test
	void refusesCredentialsThatCannotBePassed() {
		assertProblemNames("username", Map.of("username", "a\0b"));
		assertProblemNames("password", Map.of("password", Secret.of("secret\0word")));
		assertFalse(problem(() -> fixture.open(ServerType.SERVER1, Map.of("password", Secret.of("secret\0word")))).toString().contains("secret"));
	}

	private void assertProblemNames(String option, Map<String, Object> options) {
		FenceProblem problem = problem(() -> fixture.backEnd(ServerType.SERVER2).validate(fixture.vmrun.options(options)));
		assertEquals(Kind.OPTION, problem.kind());
		assertTrue(problem.message().startsWith(option + ":"), problem.message());
	}

	private Plug registered(String path) throws Exception {
		fixture.vmrun.registered(path);
		return new Plug(path, VmxPath.shortName(path), path, Optional.empty(), false);
	}
}
