package org.palisade.vsphere;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import com.vmware.vim25.InvalidPowerState;
import com.vmware.vim25.ManagedObjectReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.SessionContext;
import org.palisade.api.option.Secret;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.testsupport.scripted.ScriptedVSphere;
import org.palisade.transport.AddressFamily;
import org.palisade.transport.Endpoint;
import org.palisade.transport.ServerAddress;
import org.palisade.transport.TrustPolicy;

class VSphereSessionTest {

	private final List<String> told = Collections.synchronizedList(new ArrayList<>());
	private final CancellationSource cancellation = new CancellationSource();
	private final ManagedObjectReference machine = new ManagedObjectReference();
	private ScriptedVSphere server;

	@BeforeEach
	void start() throws IOException {
		server = new ScriptedVSphere();
		machine.setType("VirtualMachine");
		machine.setVal("vm-1");
	}

	@AfterEach
	void nothingSecretWasToldAndNoSessionIsLeft() throws IOException {
		server.close();
		assertEquals(0, server.sessions());
		for (String line : told) {
			assertSecretFree(line);
		}
	}

	private static void assertSecretFree(String text) {
		for (String secret : List.of(ScriptedVSphere.PASSWORD, "pa55&lt;", "c00c1e-5ecret", "session-key")) {
			assertFalse(text.contains(secret), text);
		}
	}

	private VSphereSession open(String password, Deadline deadline) throws FenceException {
		Diagnostics diagnostics = new Diagnostics() {
			@Override
			public void warning(String message) {
				told.add("warning: " + message);
			}

			@Override
			public void detail(String message) {
				told.add(message);
			}
		};
		Endpoint endpoint = new Endpoint(new ServerAddress("127.0.0.1", server.port()), false, AddressFamily.ANY,
				new TrustPolicy.Unverified());
		return VSphereSession.open(endpoint, "user & co", Secret.of(password),
				new SessionContext(cancellation, diagnostics, Duration.ofSeconds(30)), deadline);
	}

	private VSphereSession open() throws FenceException {
		return open(ScriptedVSphere.PASSWORD, generous());
	}

	private static Deadline generous() {
		return Deadline.in(Duration.ofSeconds(30), MonotonicClock.system());
	}

	private static FenceProblem problem(Kind kind, Executable action) {
		FenceException failure = assertThrows(FenceException.class, action);
		assertEquals(kind, failure.problem().kind(), () -> failure.problem().toString());
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			assertSecretFree(cause.toString());
		}
		assertSecretFree(failure.problem().toString());
		return failure.problem();
	}

	@Test
	void logsInWithTwoCallsAndOutWithOne() throws FenceException {
		VSphereSession session = open();
		assertEquals(1, server.sessions());
		assertEquals("group-d1", session.content().getRootFolder().getVal());
		session.close(generous());
		session.close(generous());
		assertEquals(List.of("RetrieveServiceContent", "Login", "Logout"), server.calls());
	}

	@Test
	void speaksTheServersVersionAndSendsTheCookieAsItCame() throws FenceException {
		open().close(generous());
		assertTrue(server.requests().get(0).contains("SOAPAction: \"urn:vim25/5.0\"\r\n"));
		assertTrue(server.requests().get(1).contains("SOAPAction: \"urn:vim25/8.0.2.0\"\r\n"));
		assertTrue(server.requests().get(1).contains("<userName>user &amp; co</userName>"));
		assertTrue(server.requests().get(2).contains("Cookie: " + ScriptedVSphere.COOKIE + "\r\n"));
	}

	@Test
	void tellsCallsInDetail() throws FenceException {
		open().close(generous());
		assertTrue(told.get(1).startsWith("Login: 200, "), told.get(1));
	}

	@ParameterizedTest
	@CsvSource({ "8.0.2.0, true, true", "5.5, true, true", "5.1, true, false", "5.0, true, false", "6, true, true", "4.1, false, false" })
	void comparesVersions(String version, boolean five, boolean fiveFive) throws FenceException {
		server.on("RetrieveServiceContent", request -> ScriptedVSphere.returns("<about><apiVersion>" + version + "</apiVersion></about>"
				+ "<sessionManager type=\"SessionManager\">SessionManager</sessionManager>"));
		VSphereSession session = open();
		assertEquals(five, session.hasApi(5, 0));
		assertEquals(fiveFive, session.hasApi(5, 5));
		session.close(generous());
	}

	@Test
	void tellsAWrongPassword() {
		assertTrue(problem(Kind.LOGIN, () -> open("wrong", generous())).message().contains("InvalidLogin"));
		assertEquals(List.of("RetrieveServiceContent", "Login"), server.calls());
	}

	@ParameterizedTest
	@CsvSource({ "NoPermission, LOGIN", "PasswordExpired, LOGIN", "InvalidLogin, LOGIN", "HostConnectFault, PROTOCOL" })
	void tellsWhyALoginWasRefused(String fault, Kind kind) {
		server.on("Login", request -> ScriptedVSphere.fault(fault, "no", ""));
		problem(kind, this::open);
	}

	@ParameterizedTest
	@CsvSource({ "302, PROTOCOL", "401, LOGIN", "403, LOGIN", "404, PROTOCOL", "503, PROTOCOL", "418, PROTOCOL", "200, PROTOCOL",
			"500, PROTOCOL" })
	void tellsAnswersThatAreNotSoapWithoutShowingThem(int status, Kind kind) {
		server.on("Login", request -> status + " <html>" + request + "</html>");
		problem(kind, this::open);
	}

	@Test
	void refusesAServerWithoutContent() {
		server.on("RetrieveServiceContent", request -> ScriptedVSphere.nothing());
		problem(Kind.PROTOCOL, this::open);
		assertEquals(List.of("RetrieveServiceContent"), server.calls());
	}

	@Test
	void undoesALoginThatCameTooLate() {
		AtomicLong clock = new AtomicLong();
		ScriptedVSphere.Answer login = request -> {
			clock.addAndGet(Duration.ofMinutes(2).toNanos());
			return server.loggedIn();
		};
		server.on("Login", login);
		problem(Kind.TIMEOUT, () -> open(ScriptedVSphere.PASSWORD, Deadline.in(Duration.ofMinutes(1), clock::get)));
		assertEquals(List.of("RetrieveServiceContent", "Login", "Logout"), server.calls());
	}

	@Test
	void undoesALoginThatWasCancelledOnItsWay() {
		server.on("Login", request -> {
			cancellation.request();
			return server.loggedIn();
		});
		problem(Kind.CANCELLED, this::open);
		assertEquals(List.of("RetrieveServiceContent", "Login", "Logout"), server.calls());
	}

	@Test
	void undoesALoginWhoseAnswerMadeNoSense() {
		server.on("Login", request -> "200 <html>");
		problem(Kind.PROTOCOL, this::open);
		assertEquals(List.of("RetrieveServiceContent", "Login", "Logout"), server.calls());
		assertFalse(told.stream().anyMatch(line -> line.startsWith("warning")), told.toString());
	}

	@Test
	void logsOutAfterACancellationInTheMiddleOfACall() throws Exception {
		CountDownLatch over = new CountDownLatch(1);
		server.on("PowerOffVM_Task", request -> {
			cancellation.request();
			await(over);
			return ScriptedVSphere.nothing();
		});
		VSphereSession session = open();
		problem(Kind.CANCELLED, () -> session.call(generous(), stub -> stub.powerOffVM_Task(machine)));
		session.close(generous());
		over.countDown();
		assertEquals(1, server.calls().stream().filter("PowerOffVM_Task"::equals).count());
		assertEquals("Logout", server.calls().get(server.calls().size() - 1));
	}

	@Test
	void logsOutAfterATimeoutInTheMiddleOfACall() throws Exception {
		CountDownLatch over = new CountDownLatch(1);
		server.on("PowerOffVM_Task", request -> {
			await(over);
			return ScriptedVSphere.nothing();
		});
		VSphereSession session = open();
		Deadline tight = Deadline.in(Duration.ofMillis(200), MonotonicClock.system());
		problem(Kind.TIMEOUT, () -> session.call(tight, stub -> stub.powerOffVM_Task(machine)));
		session.close(generous());
		over.countDown();
		assertEquals(List.of("RetrieveServiceContent", "Login", "PowerOffVM_Task", "Logout"), server.calls());
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		} catch (InterruptedException ended) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void warnsWhenTheLogoutFails() throws FenceException {
		ScriptedVSphere.Answer[] refusals = { request -> ScriptedVSphere.fault("RuntimeFault", "no", ""), request -> "503 gone" };
		for (ScriptedVSphere.Answer refusal : refusals) {
			VSphereSession session = open();
			server.on("Logout", refusal);
			session.close(generous());
			assertTrue(told.removeIf(line -> line.startsWith("warning: The session could not be logged out")), told.toString());
			server.forgetSessions();
		}
	}

	@Test
	void tellsFaultsInTheTermsOfFencing() throws FenceException {
		VSphereSession session = open();
		server.on("PowerOffVM_Task", request -> ScriptedVSphere.fault("NoPermission", "Permission denied.",
				"<object type=\"VirtualMachine\">vm-1</object><privilegeId>VirtualMachine.Interact.PowerOff</privilegeId>"));
		FenceProblem denied = problem(Kind.PRIVILEGE, () -> session.call(generous(), stub -> stub.powerOffVM_Task(machine)));
		assertTrue(denied.message().contains("VirtualMachine.Interact.PowerOff") && denied.message().contains("vm-1"), denied.message());
		server.on("PowerOffVM_Task",
				request -> ScriptedVSphere.fault("ManagedObjectNotFound", "gone", "<obj type=\"VirtualMachine\">vm-1</obj>"));
		problem(Kind.NOT_FOUND, () -> session.call(generous(), stub -> stub.powerOffVM_Task(machine)));
		server.on("PowerOffVM_Task", request -> ScriptedVSphere.fault("BrandNew", "Something new.", ""));
		assertTrue(problem(Kind.PROTOCOL, () -> session.call(generous(), stub -> stub.powerOffVM_Task(machine))).message()
				.endsWith("BrandNew: Something new"));
		server.on("PowerOffVM_Task", request -> ScriptedVSphere.fault("InvalidPowerState", "is off", ""));
		assertThrows(InvalidPowerState.class, () -> session.attempt(generous(), stub -> stub.powerOffVM_Task(machine)));
		session.close(generous());
	}

	@Test
	void refusesTextThatCannotBeSent() throws FenceException {
		VSphereSession session = open();
		machine.setVal("\u0001");
		problem(Kind.OPTION, () -> session.call(generous(), stub -> stub.powerOffVM_Task(machine)));
		session.close(generous());
	}
}
