package org.palisade.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisruptionTest {

	private static final String FIND = "<inventoryPath>DC0/vm/node00001</inventoryPath>";

	private SimulatedVCenter server;
	private SoapClient client;

	@BeforeEach
	void start() throws Exception {
		server = SimulatedVCenter.start(SimulatorOptions.builder().virtualMachines(10).datacenters(1).taskDuration(Duration.ZERO).build());
		client = new SoapClient(server).loggedIn();
	}

	@AfterEach
	void stop() throws Exception {
		server.close();
	}

	private SoapClient.Reply find() throws Exception {
		return client.call("FindByInventoryPath", "SearchIndex", "SearchIndex", FIND);
	}

	private void arm(String order) throws IOException {
		server.control("POST", "/fault?method=FindByInventoryPath&" + order);
	}

	@Test
	void aFaultComesInTheOrderedCallOnly() throws Exception {
		arm("nth=2&kind=soapFault&parameter=InvalidState");
		assertEquals(200, find().status());
		assertTrue(find().body().contains("<InvalidStateFault xmlns=\"urn:vim25\" xsi:type=\"InvalidState\">"));
		assertEquals(200, find().status());
	}

	@Test
	void anOrderForAlwaysStaysUntilItIsWithdrawn() throws Exception {
		arm("nth=always&kind=httpStatus&parameter=503");
		assertEquals(503, find().status());
		assertEquals(503, find().status());
		server.control("DELETE", "/fault");
		assertEquals(200, find().status());
	}

	@Test
	void connectionsAreCut() throws Exception {
		for (String kind : new String[] { "drop", "half" }) {
			arm("kind=" + kind);
			assertThrows(IOException.class, this::find, kind);
		}
		assertEquals(200, find().status());
		assertTrue(server.control("GET", "/truth").contains("\"answersLost\":2"));
	}

	@Test
	void answersAreSpoilt() throws Exception {
		String good = find().body();
		arm("kind=truncated");
		assertEquals(good.substring(0, good.length() / 2), find().body());
		arm("kind=malformed");
		assertTrue(find().body().contains("<&<"));
		arm("kind=garbage");
		assertFalse(find().body().contains("Envelope"));
		arm("kind=drip&parameter=100000");
		assertEquals(good, find().body());
		arm("kind=enormous&parameter=1000000");
		assertTrue(find().body().length() > 1_000_000);
	}

	@Test
	void anEnormousAnswerIsNotHeldInMemory() throws Exception {
		arm("kind=enormous&parameter=999999999999");
		try (InputStream body = client.open("FindByInventoryPath", "SearchIndex", "SearchIndex", FIND)) {
			assertEquals(5_000_000, body.readNBytes(5_000_000).length);
		}
	}

	@Test
	void whatHangsIsLetGoWithTheOrders() throws Exception {
		arm("kind=hang");
		CompletableFuture<SoapClient.Reply> hanging = client.callLater("FindByInventoryPath", "SearchIndex", "SearchIndex", FIND);
		while (!server.control("GET", "/truth").contains("\"ordersCarriedOut\":1")) {
			Thread.onSpinWait();
		}
		assertEquals(200, find().status(), "others are answered meanwhile");
		assertFalse(hanging.isDone());
		// The order counts as carried out a moment before the request begins to hang, so it may have to be let go more than once.
		while (!hanging.isDone()) {
			server.control("DELETE", "/fault");
		}
		assertThrows(ExecutionException.class, hanging::get);
	}

	@Test
	void aDroppedAnswerStillTookEffect() throws Exception {
		String machine = find().one("returnval");
		server.control("POST", "/fault?method=PowerOffVM_Task&kind=drop");
		assertThrows(IOException.class, () -> client.call("PowerOffVM_Task", "VirtualMachine", machine, ""));
		assertTrue(server.control("GET", "/truth").contains("\"tasks\":1"));
		server.control("POST", "/fault?method=PowerOffVM_Task&kind=drop&executed=false");
		assertThrows(IOException.class, () -> client.call("PowerOffVM_Task", "VirtualMachine", machine, ""));
		assertTrue(server.control("GET", "/truth").contains("\"tasks\":1"));
	}

	@Test
	void aFaultOrAStatusInsteadOfTheCallMayComeAfterItTookEffect() throws Exception {
		String machine = find().one("returnval");
		for (String kind : new String[] { "soapFault&parameter=InvalidState", "httpStatus&parameter=503" }) {
			server.control("POST", "/fault?method=PowerOffVM_Task&kind=" + kind);
			assertNotEquals(200, client.call("PowerOffVM_Task", "VirtualMachine", machine, "").status());
		}
		assertTrue(server.control("GET", "/truth").contains("\"tasks\":0"));

		server.control("POST", "/fault?method=PowerOffVM_Task&kind=soapFault&parameter=InvalidState&executed=true");
		assertTrue(client.call("PowerOffVM_Task", "VirtualMachine", machine, "").body().contains("InvalidStateFault"));
		assertTrue(server.control("GET", "/truth").contains("\"tasks\":1"));
		server.control("POST", "/fault?method=PowerOffVM_Task&kind=httpStatus&parameter=503&executed=true");
		assertEquals(503, client.call("PowerOffVM_Task", "VirtualMachine", machine, "").status());
		assertTrue(server.control("GET", "/truth").contains("\"tasks\":2"));
	}

	@Test
	void tasksFailOrNeverEnd() throws Exception {
		String machine = find().one("returnval");
		server.control("POST", "/fault?method=PowerOffVM_Task&nth=1&kind=taskError&parameter=GenericVmConfigFault");
		SoapClient.Reply failed = finished(client.call("PowerOffVM_Task", "VirtualMachine", machine, "").one("returnval"), "error");
		assertTrue(failed.body().contains("<fault xsi:type=\"GenericVmConfigFault\">"), failed.body());
		server.control("POST", "/fault?method=PowerOffVM_Task&nth=1&kind=taskHang");
		String hanging = client.call("PowerOffVM_Task", "VirtualMachine", machine, "").one("returnval");
		finished(hanging, "running");
		SoapClient.Reply second = finished(client.call("PowerOffVM_Task", "VirtualMachine", machine, "").one("returnval"), "error");
		assertTrue(second.body().contains("TaskInProgress"), second.body());
		assertTrue(server.control("GET", "/truth").contains("\"tasksUnfinished\":1"));
	}

	private SoapClient.Reply finished(String task, String state) throws Exception {
		while (true) {
			SoapClient.Reply reply = client.retrieve("Task", task, "info");
			if (reply.one("state").equals(state)) {
				return reply;
			}
		}
	}

	@Test
	void someoneElsePowersOnRightAfterTheTask() throws Exception {
		server.control("POST", "/schedule?method=PowerOffVM_Task&when=task&path=/DC0/vm/node00001&power=on");
		String machine = find().one("returnval");
		finished(client.call("PowerOffVM_Task", "VirtualMachine", machine, "").one("returnval"), "success");
		assertEquals("poweredOn", client.retrieve("VirtualMachine", machine, "runtime.powerState").one("val"));
		String truth = server.control("GET", "/vm?id=" + machine);
		assertTrue(truth.contains("\"powerOns\":1,\"powerOffs\":1"), truth);
		assertTrue(truth.contains("\"by\":\"control\""), truth);
	}

	@Test
	void aMachineIsRenamedBetweenFindAndPower() throws Exception {
		server.control("POST", "/schedule?method=FindByInventoryPath&when=after&path=/DC0/vm/node00001&rename=other");
		String machine = find().one("returnval");
		assertEquals("other", client.retrieve("VirtualMachine", machine, "name").one("val"));
		assertEquals("", client.find("DC0/vm/node00001"));
	}

	@Test
	void aDisconnectedHostsMachinesCannotBePowered() throws Exception {
		server.control("POST", "/vm?name=node00001&connectionState=disconnected");
		String machine = find().one("returnval");
		assertEquals("disconnected", client.retrieve("VirtualMachine", machine, "runtime.connectionState").one("val"));
		assertTrue(finished(client.call("PowerOffVM_Task", "VirtualMachine", machine, "").one("returnval"), "error").body()
				.contains("HostNotConnected"));
	}

	@Test
	void wrongOrdersAreRefusedByName() {
		assertMessage("nonsense", "POST", "/vm?name=node00001&nonsense=1");
		assertMessage("power", "POST", "/vm?name=node00001&power=sideways");
		assertMessage("kind", "POST", "/fault?method=Login&kind=earthquake");
		assertMessage("method", "POST", "/fault?method=Nope&kind=drop");
		assertMessage("nth", "POST", "/fault?method=Login&kind=drop&nth=0");
		assertMessage("no such machine", "POST", "/vm?name=nobody&power=off");
		assertMessage("/nowhere", "GET", "/nowhere");
	}

	private void assertMessage(String part, String method, String request) {
		String message = assertThrows(IOException.class, () -> server.control(method, request), request).getMessage();
		assertTrue(message.contains(part), message);
	}
}
