package org.palisade.backend.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.time.Pause;
import org.palisade.transport.Endpoint;

/** The back end against a server that answers what no sane server would, or what cannot be ordered from the simulated one. */
class ScriptedServerTest extends RestFixture {

	private static final Plug PLUG = new Plug("vm-1", "n", "n", Optional.empty(), false);
	private static final String MACHINE = "GET /api/vcenter/vm/vm-1";
	private static final String POWER = "GET /api/vcenter/vm/vm-1/power";
	private static final String STOP = "POST /api/vcenter/vm/vm-1/power?action=stop";
	private static final String ON = "200 {\"state\":\"POWERED_ON\"}";
	private static final String OFF = "200 {\"state\":\"POWERED_OFF\"}";

	private ScriptedServer server;

	@BeforeEach
	void start() throws IOException {
		server = new ScriptedServer();
	}

	@AfterEach
	void stop() throws IOException {
		if (session != null) {
			session.close(generous());
			assertEquals(1, server.count("DELETE /api/session"));
		}
		server.close();
	}

	private void logIn() throws FenceException {
		open(server.endpoint(), generous());
	}

	private static String error(String type) {
		return "400 {\"error_type\":\"" + type + "\",\"messages\":[{\"args\":[],\"default_message\":\"Some\\ntext.\",\"id\":\"x\"}]}";
	}

	private PowerChange change(Pause pause, Duration within) throws FenceException {
		SessionContext context = new SessionContext(cancellation, Diagnostics.none(), Duration.ofSeconds(30));
		OptionValues options = new OptionValues(server.endpoint(), server.endpoint().keySet());
		AutomationSession opened = AutomationSession.open(Endpoint.of(options), ApiPath.candidates(Optional.empty()), "u", Secret.of(PASSWORD),
				context, generous());
		try {
			return new PowerRun(opened, "vm-1", PowerOperation.OFF, pause, in(within)).run();
		} finally {
			opened.close(generous());
			assertEquals(1, server.count("DELETE /api/session"));
		}
	}

	@Test
	void sendsCredentialsOnceAndTheTokenAfterwards() throws FenceException {
		logIn();
		server.on("GET /api/vcenter/vm?names=n", "200 []");
		session.find(PlugSelector.of("n"), generous());
		String basic = Base64.getEncoder().encodeToString(("u:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
		assertTrue(server.heads().get(0).contains("Authorization: Basic " + basic + "\r\n"));
		assertTrue(server.heads().get(1).contains("vmware-api-session-id: t0ken\r\n") && !server.heads().get(1).contains("Authorization"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "200 {}", "201 null", "201 \"\"", "201 \"a b\"", "201 \"a\\r\\nX: y\"", "201 [\"t\"]", "201 t0ken", "201 ", "204 " })
	void refusesALogInWithoutAUsableToken(String answer) {
		server.on("POST /api/session", answer);
		problem(Kind.PROTOCOL, this::logIn);
	}

	@ParameterizedTest
	@CsvSource(value = { "401 ;LOGIN", "403 ;LOGIN", "400 {};PROTOCOL", "503 <html>;PROTOCOL", "302 ;PROTOCOL", "500 [];PROTOCOL" }, delimiter = ';')
	void tellsWhyALogInFailed(String answer, Kind kind) {
		server.on("POST /api/session", answer.length() == 3 ? answer + " " : answer);
		problem(kind, this::logIn);
		assertEquals(0, server.count("POST /rest/com/vmware/cis/session"));
	}

	/** A proxy answers so while the service behind it starts; the engine takes NOT_FOUND after a power-off for a machine that is gone. */
	@Test
	void takesOnlyTheApisOwnNotFoundForAMachineThatIsGone() throws FenceException {
		logIn();
		problem(Kind.PROTOCOL, () -> session.read(PLUG, generous()));
		server.on(MACHINE, "404 {\"error_type\":\"OPERATION_NOT_FOUND\",\"messages\":[]}");
		problem(Kind.PROTOCOL, () -> session.read(PLUG, generous()));
		server.on(MACHINE, "404 {\"error_type\":\"NOT_FOUND\",\"messages\":[]}");
		problem(Kind.NOT_FOUND, () -> session.read(PLUG, generous()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "200 {}", "200 []", "200 ", "200 {\"name\":\"n\"}", "200 {\"name\":{},\"power_state\":\"POWERED_OFF\"}",
			"200 {\"name\":\"n\",\"power_state\":null}", "200 {\"name\":\"n\",\"power_state\":\"POWERED_OFF\",\"identity\":7}", "302 ", "204 " })
	void refusesAnAnswerThatIsNotWhatTheApiSays(String answer) throws FenceException {
		logIn();
		server.on(MACHINE, answer);
		problem(Kind.PROTOCOL, () -> session.read(PLUG, generous()));
	}

	@Test
	void refusesAnAnswerNestedTooDeeply() throws FenceException {
		logIn();
		server.on(MACHINE, "200 " + "[".repeat(200_000));
		problem(Kind.PROTOCOL, () -> session.read(PLUG, generous()));
		server.on(MACHINE, "400 " + "[".repeat(200_000));
		problem(Kind.PROTOCOL, () -> session.read(PLUG, generous()));
	}

	@Test
	void ignoresNamesThatTheServerShouldNotHaveReturned() throws FenceException {
		logIn();
		server.on("GET /api/vcenter/vm?names=node1",
				"200 [{\"vm\":\"vm-1\",\"name\":\"NODE1\"},{\"vm\":\"vm-2\",\"name\":\"node10\"},{\"vm\":\"vm-3\",\"name\":\"node1\"}]");
		server.on("GET /api/vcenter/vm/vm-3", "200 {\"name\":\"node1\",\"power_state\":\"POWERED_ON\"}");
		assertEquals(List.of("vm-3"), session.find(PlugSelector.of("node1"), generous()).stream().map(Plug::id).toList());
	}

	/** The reference does not say whether a filter by folder includes what lies below, so a server where it does must not mislead. */
	@Test
	void takesNoMachineFromAFolderBelowThatOfThePath() throws FenceException {
		logIn();
		server.on("GET /api/vcenter/datacenter?names=DC", "200 [{\"datacenter\":\"dc\",\"name\":\"DC\"}]");
		server.on("GET /api/vcenter/datacenter/dc", "200 {\"name\":\"DC\",\"vm_folder\":\"top\"}");
		server.on("GET /api/vcenter/vm?folders=top&names=n", "200 [{\"vm\":\"vm-1\",\"name\":\"n\"},{\"vm\":\"vm-2\",\"name\":\"n\"}]");
		server.on("GET /api/vcenter/folder?type=VIRTUAL_MACHINE&parent_folders=top", "200 [{\"folder\":\"sub\",\"name\":\"sub\"}]");
		server.on("GET /api/vcenter/vm?vms=vm-1&vms=vm-2&folders=sub", "200 [{\"vm\":\"vm-2\",\"name\":\"n\"}]");
		server.on(MACHINE, "200 {\"name\":\"n\",\"power_state\":\"POWERED_ON\"}");
		assertEquals(List.of("vm-1"), session.find(PlugSelector.of("/DC/vm/n"), generous()).stream().map(Plug::id).toList());
	}

	@Test
	void readsOnAfterAnAcceptedOrderUntilTheStateIsSeen() throws FenceException {
		Iterator<String> states = List.of(ON, ON, OFF).iterator();
		server.on(STOP, "204 ").on(POWER, states::next);
		assertInstanceOf(PowerChange.Seen.class, change((length, until) -> { }, Duration.ofSeconds(30)));
		assertEquals(1, server.count(STOP));
		assertEquals(3, server.count(POWER));
	}

	@Test
	void anAcceptedOrderWithoutTheStateIsATimeout() {
		server.on(STOP, "204 ").on(POWER, ON);
		problem(Kind.TIMEOUT, () -> change((length, until) -> { }, Duration.ofMillis(200)));
	}

	@Test
	void cancellationEndsTheWait() {
		server.on(STOP, "204 ").on(POWER, ON);
		problem(Kind.CANCELLED, () -> change((length, until) -> cancellation.request(), Duration.ofSeconds(30)));
	}

	@Test
	void believesTheWantedStateOnlyWhenItIsRead() throws FenceException {
		server.on(STOP, error("ALREADY_IN_DESIRED_STATE")).on(POWER, ON);
		PowerChange.Failed failed = assertInstanceOf(PowerChange.Failed.class, change((length, until) -> { }, Duration.ofSeconds(30)));
		assertEquals(Kind.TASK, failed.problem().kind());
		assertTrue(failed.problem().message().endsWith("ALREADY_IN_DESIRED_STATE: Some text"), failed.problem().message());
	}

	@ParameterizedTest
	@ValueSource(strings = { "400 ", "400 {}", "400 {\"error_type\":\"ERROR\"}", "404 <html>", "500 ", "503 x" })
	void noOtherErrorIsSuccess(String answer) throws FenceException {
		server.on(STOP, answer).on(POWER, OFF);
		assertInstanceOf(PowerChange.Failed.class, change((length, until) -> { }, Duration.ofSeconds(30)));
	}

	@Test
	void warnsWhenNoHostIsSeen() throws FenceException {
		logIn();
		server.on("GET /api/vcenter/vm", "200 [{\"vm\":\"vm-1\",\"name\":\"n\"}]").on("GET /api/vcenter/host", error("UNAUTHORIZED"));
		session.check(Optional.empty(), generous());
		assertEquals(1, warnings().size(), warnings()::toString);
	}

	@Test
	void logsOutThoughTheCallerGaveUp() throws FenceException {
		logIn();
		cancellation.request();
		problem(Kind.CANCELLED, () -> session.read(PLUG, generous()));
	}

	@Test
	void logsOutASessionThatCameTooLate() throws FenceException {
		server.on("POST /api/session", () -> {
			cancellation.request();
			return "201 \"t0ken\"";
		});
		problem(Kind.CANCELLED, this::logIn);
		assertEquals(1, server.count("DELETE /api/session"));
	}
}
