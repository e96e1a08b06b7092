package org.palisade.backend.vmrun.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.palisade.backend.vmrun.internal.SessionFixture.problem;
import static org.palisade.backend.vmrun.internal.SessionFixture.soon;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.option.Secret;
import org.palisade.backend.vmrun.internal.process.Outcome;

class FailureTest {

	@TempDir
	Path folder;

	private SessionFixture fixture;
	private StandInVmrun vmrun;

	@BeforeEach
	void create() throws Exception {
		fixture = new SessionFixture(folder);
		vmrun = fixture.vmrun;
		vmrun.registered("[s] node1.vmx");
	}

	@Test
	void showsNoControlCharacterOfAnyKind() {
		Login login = new Login("/usr/bin/vmrun", new ServerAddress("server", OptionalInt.empty()), ServerType.SERVER2, "root", Secret.of("secret"));
		Outcome.Exited exited = new Outcome.Exited(255, "Error: name\u009b31m\u0007", "");

		String message = new Failure(login, "list", exited).of(Kind.PROTOCOL).problem().message();

		assertTrue(message.contains("Error: name 31m"), message);
		assertTrue(message.chars().noneMatch(Character::isISOControl), message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"Unable to connect to host. Error: Invalid user name or password | LOGIN",
			"Unable to connect to host. Error: Insufficient permissions in host operating system | PRIVILEGE",
			"Unable to connect to host. Error: The specified host name could not be resolved | DNS",
			"Unable to connect to host. Error: The SSL certificate is not valid | TLS",
			"Error: Cannot connect to the host | TCP",
			"Error: There was an error in communication: connection refused | TCP",
			"Error: Cannot find virtual machine | NOT_FOUND",
			"Error: Cannot open VM: [s] x.vmx, The virtual machine cannot be found | NOT_FOUND",
			"Error: Something nobody has heard of | PROTOCOL" })
	void tellsFailuresApartByTheirWords(String text, Kind kind) throws Exception {
		vmrun.says("list", text.strip().replace(". Error", ".\nError") + "\n", 255);
		FenceSession session = fixture.open(ServerType.SERVER2);

		FenceProblem problem = problem(() -> session.check(Optional.empty(), soon()));
		assertEquals(kind, problem.kind(), problem.message());
		assertTrue(problem.message().contains(text.strip()), problem.message());
		assertFalse(problem.advice().isEmpty());
	}

	@Test
	void aWrongPasswordIsALoginFailure() throws Exception {
		FenceSession session = fixture.open(ServerType.SERVER2, Map.of("password", Secret.of("wrong")));

		assertEquals(Kind.LOGIN, problem(() -> session.check(Optional.empty(), soon())).kind());
	}

	@Test
	void anErrorCountsThoughTheExitCodeSaysSuccess() throws Exception {
		vmrun.says("list", "Error: Cannot connect to the host\n", 0);
		FenceSession session = fixture.open(ServerType.SERVER2);

		assertEquals(Kind.TCP, problem(() -> session.check(Optional.empty(), soon())).kind());
	}

	@Test
	void anExitCodeCountsThoughNothingIsSaid() throws Exception {
		vmrun.says("list", "Total running VMs: 0\n", 3);
		FenceSession session = fixture.open(ServerType.SERVER1);

		assertEquals(Kind.PROTOCOL, problem(() -> session.check(Optional.empty(), soon())).kind());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Total running VMs: 2;[s] a.vmx", "Total running VMs: 0;[s] a.vmx", "''", "hello",
			"Total running VMs:", "Total running VMs: many;[s] a.vmx", "Total registered VMs: 0" })
	void anIncompleteListIsNotBelieved(String text) throws Exception {
		vmrun.says("list", text.replace(';', '\n') + "\n", 0);
		FenceSession session = fixture.open(ServerType.SERVER1);

		assertEquals(Kind.PROTOCOL, problem(() -> session.check(Optional.empty(), soon())).kind());
	}

	@Test
	void warningsAboveAListAreSkipped() throws Exception {
		vmrun.says("list", "Warning: program compiled against libxml 210 using older 209\nTotal running VMs: 1\r\n/vms/a.vmx\r\n\n", 0);
		FenceSession session = fixture.open(ServerType.SERVER1);

		assertTrue(session.read(SessionFixture.find(session, "/vms/a.vmx"), soon()).isOn());
	}

	@Test
	void theNameOfAMachineDoesNotExplainItsFailure() throws Exception {
		String path = "[s] login failed/login failed.vmx";
		vmrun.registered(path);
		vmrun.running(path);
		vmrun.says("stop", "Error: Operation timed out on " + path + "\n", 255);
		FenceSession session = fixture.open(ServerType.SERVER2);

		PowerChange change = session.change(SessionFixture.find(session, path), PowerOperation.OFF, soon());
		assertEquals(Kind.TASK, ((PowerChange.Failed) change).problem().kind());
	}

	@Test
	void thePasswordIsInNoTextOfOurs() throws Exception {
		String echo = "Error: -p " + StandInVmrun.PASSWORD + " is no good, said " + "x".repeat(280) + StandInVmrun.PASSWORD + "\n";
		FenceSession session = fixture.open(ServerType.SERVER2);
		Plug plug = SessionFixture.find(session, "node1");
		vmrun.says("list", echo, 255);
		vmrun.says("stop", echo.replace("no good", "no permission to perform"), 255);

		FenceProblem listing = problem(() -> session.read(plug, soon()));
		PowerChange change = session.change(plug, PowerOperation.OFF, soon());

		Stream.of(fixture.diagnostics.warnings().stream(), fixture.diagnostics.details().stream(),
				Stream.of(listing.toString(), change.toString())).flatMap(text -> text)
				.forEach(text -> assertFalse(text.contains("s3cret"), text));
		assertTrue(listing.message().contains("********"));
		assertTrue(fixture.diagnostics.details().stream().anyMatch(text -> text.contains("-p ******** -T server listRegisteredVM")));
	}
}
