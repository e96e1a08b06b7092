package org.palisade.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PowerTest {

	private SimulatedVCenter server;
	private SoapClient client;

	@BeforeEach
	void start() throws Exception {
		server = SimulatedVCenter.start(SimulatorOptions.builder().virtualMachines(10).datacenters(1).taskDuration(Duration.ofMillis(2)).build());
		client = new SoapClient(server).loggedIn();
	}

	@AfterEach
	void stop() throws Exception {
		server.close();
	}

	private SoapClient.Reply power(String method, String path) throws Exception {
		return client.call(method, "VirtualMachine", client.find(path), "");
	}

	/** Waits for the task's end by updates, as real clients do, and returns its last information. */
	private SoapClient.Reply outcome(SoapClient.Reply started) throws Exception {
		String task = started.one("returnval");
		String filter = filter(SoapClient.propSet("Task", "info") + "<objectSet><obj type=\"Task\">" + task + "</obj></objectSet>");
		SoapClient.Reply update = updates("", 30);
		while (!update.body().contains("<state>success</state>") && !update.body().contains("<state>error</state>")) {
			update = updates(update.all("version").get(0), 30);
		}
		// Or the next task's updates would begin with this one's success.
		client.call("DestroyPropertyFilter", "PropertyFilter", filter, "");
		return update;
	}

	private String filter(String spec) throws Exception {
		return client.call("CreateFilter", "PropertyCollector", "propertyCollector",
				"<spec>" + spec + "</spec><partialUpdates>false</partialUpdates>").one("returnval");
	}

	private SoapClient.Reply updates(String version, int seconds) throws Exception {
		return client.call("WaitForUpdatesEx", "PropertyCollector", "propertyCollector", wait(version, seconds));
	}

	private static String wait(String version, int seconds) {
		return "<version>" + version + "</version><options><maxWaitSeconds>" + seconds + "</maxWaitSeconds></options>";
	}

	private String state(String path) throws Exception {
		return client.retrieve("VirtualMachine", client.find(path), "runtime.powerState").one("val");
	}

	@Test
	void poweringOffAndOnIsDoneAndRemembered() throws Exception {
		assertTrue(outcome(power("PowerOffVM_Task", "DC0/vm/node00001")).body().contains("<state>success</state>"));
		assertEquals("poweredOff", state("DC0/vm/node00001"));
		assertEquals(List.of(), client.retrieve("VirtualMachine", client.find("DC0/vm/node00001"), "runtime.bootTime").all("val"));
		assertTrue(outcome(power("PowerOnVM_Task", "DC0/vm/node00001")).body().contains("<state>success</state>"));
		assertEquals(1, client.retrieve("VirtualMachine", client.find("DC0/vm/node00001"), "runtime.bootTime").all("val").size());
		String truth = server.control("GET", "/vms?changed=true");
		assertTrue(truth.contains("\"powerOns\":1,\"powerOffs\":1,\"resets\":0"), truth);
		assertTrue(truth.contains("\"by\":\"administrator@vsphere.local\""), truth);
		assertEquals(1, truth.split("\"id\"", -1).length - 1, "only one machine was changed");
	}

	@Test
	void aWrongPowerStateIsAnErrorOfTheTask() throws Exception {
		server.control("POST", "/vm?path=/DC0/vm/node00001&power=off");
		SoapClient.Reply failed = outcome(power("PowerOffVM_Task", "DC0/vm/node00001"));
		assertTrue(failed.body().contains("<fault xsi:type=\"InvalidPowerState\"><requestedState>poweredOff</requestedState>"
				+ "<existingState>poweredOff</existingState></fault>"), failed.body());
	}

	@Test
	void templatesCannotBePowered() throws Exception {
		assertTrue(power("PowerOnVM_Task", "DC0/vm/template-DC0").body().contains("NotSupportedFault"));
	}

	@Test
	void withoutThePrivilegeThereIsNoPower() throws Exception {
		server.control("POST", "/vm?path=/DC0/vm/node00001&access=read");
		SoapClient.Reply refused = power("PowerOffVM_Task", "DC0/vm/node00001");
		assertTrue(refused.body().contains("<privilegeId>VirtualMachine.Interact.PowerOff</privilegeId>"), refused.body());
		assertEquals("poweredOn", state("DC0/vm/node00001"));
	}

	@Test
	void suspendAndResetFollowTheirRules() throws Exception {
		assertTrue(outcome(power("SuspendVM_Task", "DC0/vm/node00001")).body().contains("<state>success</state>"));
		assertEquals("suspended", state("DC0/vm/node00001"));
		assertTrue(outcome(power("ResetVM_Task", "DC0/vm/node00001")).body().contains("InvalidPowerState"));
		assertTrue(outcome(power("ResetVM_Task", "DC0/vm/node00005")).body().contains("<state>success</state>"));
	}

	@Test
	void aLongPollSeesAChangeThatComesLater() throws Exception {
		filter(client.viewSpec("name", "runtime.powerState"));
		SoapClient.Reply first = updates("", 0);
		assertEquals(11, first.count("<kind>enter</kind>"));
		assertFalse(updates(first.one("version"), 0).body().contains("<returnval>"), "nothing changed");
		CompletableFuture<SoapClient.Reply> later = client.callLater("WaitForUpdatesEx", "PropertyCollector", "propertyCollector",
				wait(first.one("version"), 30));
		while (!server.control("GET", "/truth").contains("\"WaitForUpdatesEx\":3")) {
			Thread.onSpinWait();
		}
		server.control("POST", "/vm?path=/DC0/vm/node00005&power=off");
		SoapClient.Reply change = later.get(60, TimeUnit.SECONDS);
		assertEquals("modify", change.one("kind"));
		assertEquals("runtime.powerState", change.one("name"));
		assertEquals("poweredOff", change.one("val"));
	}

	@Test
	void manyLongPollsAtOnceDoNotHoldOthersUp() throws Exception {
		String spec = SoapClient.propSet("VirtualMachine", "runtime.powerState") + "<objectSet><obj type=\"VirtualMachine\">"
				+ client.find("DC0/vm/node00005") + "</obj></objectSet>";
		List<CompletableFuture<SoapClient.Reply>> waiting = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			String collector = client.call("CreatePropertyCollector", "PropertyCollector", "propertyCollector", "").one("returnval");
			client.call("CreateFilter", "PropertyCollector", collector, "<spec>" + spec + "</spec><partialUpdates>false</partialUpdates>");
			String version = client.call("WaitForUpdatesEx", "PropertyCollector", collector, wait("", 0)).one("version");
			waiting.add(client.callLater("WaitForUpdatesEx", "PropertyCollector", collector, wait(version, 60)));
		}
		while (!server.control("GET", "/truth").contains("\"WaitForUpdatesEx\":200")) {
			Thread.onSpinWait();
		}
		assertEquals("poweredOn", state("DC0/vm/node00005"));
		server.control("POST", "/vm?path=/DC0/vm/node00005&power=off");
		for (CompletableFuture<SoapClient.Reply> wait : waiting) {
			assertEquals("poweredOff", wait.get(60, TimeUnit.SECONDS).one("val"));
		}
	}

	@Test
	void aDeletedMachineLeavesAndANewOneEnters() throws Exception {
		filter(client.viewSpec("name"));
		SoapClient.Reply first = updates("", 0);
		server.control("POST", "/vm?path=/DC0/vm/node00001&delete=true");
		server.control("POST", "/vm?path=/DC0/vm/node00005&clone=node00005&folder=/DC0/vm/rack-00&sameUuid=true");
		SoapClient.Reply change = updates(first.one("version"), 0);
		assertEquals(List.of("leave", "enter"), change.all("kind"));
		assertEquals("node00005", change.one("val"));
	}

	@Test
	void anAnswerThatGotLostIsGivenAgain() throws Exception {
		filter(client.viewSpec("runtime.powerState"));
		String version = updates("", 0).one("version");
		server.control("POST", "/vm?path=/DC0/vm/node00001&power=off");
		assertEquals(updates(version, 0).body(), updates(version, 0).body());
		assertTrue(updates("77", 0).body().contains("InvalidCollectorVersionFault"));
	}

	@Test
	void longAnswersAreTruncated() throws Exception {
		filter(client.viewSpec("name"));
		SoapClient.Reply part = client.call("WaitForUpdatesEx", "PropertyCollector", "propertyCollector",
				"<version></version><options><maxWaitSeconds>0</maxWaitSeconds><maxObjectUpdates>8</maxObjectUpdates></options>");
		assertEquals(8, part.count("<kind>enter</kind>"));
		assertEquals("true", part.one("truncated"));
		SoapClient.Reply rest = updates(part.one("version"), 0);
		assertEquals(3, rest.count("<kind>enter</kind>"));
		assertEquals(List.of(), rest.all("truncated"));
	}

	@Test
	void anEndedSessionEndsItsLongPoll() throws Exception {
		filter(client.viewSpec("name"));
		String version = updates("", 0).one("version");
		CompletableFuture<SoapClient.Reply> later = client.callLater("WaitForUpdatesEx", "PropertyCollector", "propertyCollector",
				wait(version, 30));
		server.control("POST", "/sessions/expire");
		assertTrue(later.get(60, TimeUnit.SECONDS).body().contains("NotAuthenticatedFault"));
	}

	@Test
	void aDestroyedViewIsGone() throws Exception {
		String view = client.call("CreateContainerView", "ViewManager", "ViewManager",
				"<container type=\"Folder\">group-d1</container><recursive>true</recursive>").one("returnval");
		assertEquals(200, client.call("DestroyView", "ContainerView", view, "").status());
		assertTrue(client.call("DestroyView", "ContainerView", view, "").body().contains("ManagedObjectNotFoundFault"));
	}
}
