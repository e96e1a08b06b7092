package org.palisade.simulator;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator does to the inventory while a client looks on. */
class AdministratorTest {

	private SimulatedVCenter server;
	private SoapClient client;

	@BeforeEach
	void start() throws Exception {
		server = SimulatedVCenter.start(SimulatorOptions.builder().virtualMachines(10).datacenters(1).hosts(2).build());
		client = new SoapClient(server).loggedIn();
	}

	@AfterEach
	void stop() throws Exception {
		server.close();
	}

	private String wait(String version) throws Exception {
		return client.call("WaitForUpdatesEx", "PropertyCollector", "propertyCollector", "<version>" + version + "</version>").body();
	}

	/** Watches properties of an object, and returns what is told after the change. */
	private String update(String type, String id, String path, String request) throws Exception {
		client.call("CreateFilter", "PropertyCollector", "propertyCollector",
				"<spec><propSet><type>" + type + "</type><pathSet>" + path + "</pathSet></propSet><objectSet><obj type=\"" + type + "\">" + id
						+ "</obj></objectSet></spec><partialUpdates>false</partialUpdates>");
		String baseline = wait("");
		assertTrue(baseline.contains("<name>" + path + "</name>"), baseline);
		server.control("POST", request);
		return wait("1");
	}

	private String id(String machine) throws IOException {
		String report = server.control("GET", "/vm?name=" + machine);
		return report.substring(report.indexOf("\"id\":\"") + 6, report.indexOf("\",\"name\""));
	}

	private String hostId(String machine) throws IOException {
		String report = server.control("GET", "/vm?name=" + machine);
		return report.substring(report.indexOf("\"hostId\":\"") + 10, report.indexOf("\",\"parentId\""));
	}

	@Test
	void aMachineMovesToAnotherHost() throws Exception {
		String target = hostId("node00002");
		String update = update("VirtualMachine", id("node00001"), "runtime.host", "/vm?name=node00001&host=dc0-c0-esx1.example.com");
		assertTrue(update.contains(">" + target + "</val>"), update);
	}

	@Test
	void aHostEntersMaintenanceMode() throws Exception {
		String update = update("HostSystem", hostId("node00001"), "runtime.inMaintenanceMode", "/host?name=dc0-c0-esx0.example.com&maintenance=true");
		assertTrue(update.contains(">true</val>"), update);
	}

	@Test
	void aMachineThatIsOffHasNoAddress() throws Exception {
		String update = update("VirtualMachine", id("node00001"), "guest.ipAddress", "/vm?name=node00001&power=off");
		assertTrue(update.contains("<name>guest.ipAddress</name><op>assign</op></changeSet>"), update);
	}

	@Test
	void aFolderIsRenamed() throws Exception {
		server.control("POST", "/rename?path=/DC0/vm&name=a%2Fb");
		assertTrue(server.control("GET", "/vm?name=node00001").contains("\"path\":\"/DC0/a%2fb/node00001\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/rename?path=/DC9&name=x", "/rename?path=/DC0", "/host?name=dc0-c0-esx0.example.com", "/host?name=nobody&maintenance=true",
			"/host?name=dc0-c0-esx0.example.com&maintenance=maybe", "/vm?name=node00001&host=nobody" })
	void whatCannotBeDoneIsRefused(String request) {
		assertThrows(IOException.class, () -> server.control("POST", request));
	}

	@Test
	void aCancelledWaitEndsAtOnce() throws Exception {
		update("VirtualMachine", id("node00001"), "name", "/vm?name=node00001&rename=other");
		CompletableFuture<String> waiting = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				waiting.complete(wait("2"));
			} catch (Exception failure) {
				waiting.completeExceptionally(failure);
			}
		});
		thread.start();
		while (!waiting.isDone()) {
			// The wait may not have arrived yet; a cancellation that comes before it cancels nothing.
			client.call("CancelWaitForUpdates", "PropertyCollector", "propertyCollector", "");
		}
		assertTrue(waiting.get().contains("RequestCanceled"), waiting.get());
		thread.join();
	}
}
