package org.palisade.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RetrievalTest {

	private static SimulatedVCenter server;
	private static SoapClient client;

	@BeforeAll
	static void start() throws Exception {
		server = SimulatedVCenter.start(SimulatorOptions.builder().virtualMachines(200).datacenters(2).pageSize(30).build());
		client = new SoapClient(server).loggedIn();
	}

	@AfterAll
	static void stop() throws Exception {
		server.close();
	}

	@Test
	void theServerCutsPagesAsItLikes() throws Exception {
		SoapClient.Reply page = client.call("RetrievePropertiesEx", "PropertyCollector", "propertyCollector",
				"<specSet>" + client.viewSpec("name") + "</specSet><options><maxObjects>1000</maxObjects></options>");
		List<String> identifiers = new ArrayList<>(page.all("obj"));
		assertEquals(30, identifiers.size());
		while (!page.all("token").isEmpty()) {
			page = client.call("ContinueRetrievePropertiesEx", "PropertyCollector", "propertyCollector",
					"<token>" + page.one("token") + "</token>");
			assertEquals(200, page.status(), page.body());
			identifiers.addAll(page.all("obj"));
		}
		assertEquals(202, identifiers.size());
		assertEquals(202, new HashSet<>(identifiers).size());
	}

	@Test
	void aCanceledRetrievalCannotBeContinued() throws Exception {
		String token = "<token>" + client.call("RetrievePropertiesEx", "PropertyCollector", "propertyCollector",
				"<specSet>" + client.viewSpec("name") + "</specSet><options><maxObjects>1</maxObjects></options>").one("token") + "</token>";
		assertEquals(200, client.call("CancelRetrievePropertiesEx", "PropertyCollector", "propertyCollector", token).status());
		assertTrue(client.call("ContinueRetrievePropertiesEx", "PropertyCollector", "propertyCollector", token).body()
				.contains("InvalidArgumentFault"));
	}

	@Test
	void theOldMethodAnswersEverythingAtOnce() throws Exception {
		SoapClient.Reply all = client.call("RetrieveProperties", "PropertyCollector", "propertyCollector",
				"<specSet>" + client.viewSpec("name", "summary") + "</specSet>");
		assertEquals(202, all.all("obj").size());
	}

	@Test
	void recursiveTraversalReachesNestedFolders() throws Exception {
		SoapClient.Reply reply = client.call("RetrieveProperties", "PropertyCollector", "propertyCollector", "<specSet>"
				+ SoapClient.propSet("ManagedEntity", "name") + "<objectSet><obj type=\"Folder\">" + client.find("DC1/vm")
				+ "</obj><skip>true</skip><selectSet i:type=\"TraversalSpec\"><name>down</name><type>Folder</type><path>childEntity</path>"
				+ "<skip>false</skip><selectSet><name>down</name></selectSet></selectSet></objectSet></specSet>");
		assertEquals(101, reply.count("<obj type=\"VirtualMachine\">"));
		assertEquals(11, reply.count("<obj type=\"Folder\">"), "one rack and its ten shelves");
		assertEquals(0, reply.count("<obj type=\"HostSystem\">"));
	}

	@Test
	void parentsCanBeFollowedUpwards() throws Exception {
		SoapClient.Reply reply = client.call("RetrieveProperties", "PropertyCollector", "propertyCollector", "<specSet>"
				+ SoapClient.propSet("ManagedEntity", "name") + "<objectSet><obj type=\"VirtualMachine\">"
				+ client.find("DC0/vm/rack-00/node00002") + "</obj><selectSet i:type=\"TraversalSpec\"><name>up</name>"
				+ "<type>ManagedEntity</type><path>parent</path><selectSet><name>up</name></selectSet></selectSet></objectSet></specSet>");
		assertEquals(List.of("node00002", "rack-00", "vm", "DC0", "Datacenters"), reply.all("val"));
	}

	@Test
	void nestedPathsAreReadAndUnsetOnesAreLeftOut() throws Exception {
		SoapClient.Reply reply = client.retrieve("VirtualMachine", client.find("DC0/vm/template-DC0"), "runtime.powerState",
				"runtime.bootTime", "config.template", "resourcePool", "config.hardware.device");
		assertTrue(reply.body().contains("<val xsi:type=\"VirtualMachinePowerState\">poweredOff</val>"), reply.body());
		assertTrue(reply.body().contains("<val xsi:type=\"xsd:boolean\">true</val>"), reply.body());
		assertEquals(List.of("runtime.powerState", "config.template"), reply.all("name"));
	}

	@Test
	void aPathThatTheTypeDoesNotHaveIsInvalid() throws Exception {
		for (String path : List.of("power", "runtime.power", "name.first", "")) {
			SoapClient.Reply reply = client.retrieve("VirtualMachine", client.find("DC0/vm/node00001"), path);
			assertEquals(500, reply.status(), path);
			assertTrue(reply.body().contains("<InvalidPropertyFault "), reply.body());
		}
	}

	@Test
	void anObjectThatIsNotThereIsNotFound() throws Exception {
		assertTrue(client.retrieve("VirtualMachine", "vm-987654", "name").body().contains("ManagedObjectNotFoundFault"));
		assertTrue(client.retrieve("VirtualMachine", "group-d1", "name").body().contains("ManagedObjectNotFoundFault"));
	}

	@Test
	void uuidsAreFoundByKindAndDatacenter() throws Exception {
		String machine = client.find("DC0/vm/node00005");
		SoapClient.Reply both = client.retrieve("VirtualMachine", machine, "config.uuid", "config.instanceUuid");
		String bios = both.all("val").get(0);
		String instance = both.all("val").get(1);
		assertEquals(List.of(machine), findAll(bios, "<vmSearch>true</vmSearch>", ""));
		assertEquals(List.of(), findAll(instance, "<vmSearch>true</vmSearch>", ""));
		assertEquals(List.of(machine), findAll(instance, "<vmSearch>true</vmSearch><instanceUuid>true</instanceUuid>", ""));
		assertEquals(List.of(), findAll(bios, "<vmSearch>false</vmSearch>", ""));
		assertEquals(List.of(), findAll(bios, "<vmSearch>true</vmSearch>", "<datacenter type=\"Datacenter\">" + client.find("DC1") + "</datacenter>"));
	}

	private static List<String> findAll(String uuid, String kind, String datacenter) throws Exception {
		return client.call("FindAllByUuid", "SearchIndex", "SearchIndex", datacenter + "<uuid>" + uuid + "</uuid>" + kind).all("returnval");
	}

	@Test
	void namesAreEscapedAndDuplicatedAsOrdered() throws Exception {
		assertTrue(server.control("GET", "/vm?name=web/db%20100%25%20gr%C3%BCn").contains("\"name\":\"web%2fdb 100%25 gr\u00fcn\""));
		assertEquals(2, server.control("GET", "/vm?name=node00001").split("\"id\"", -1).length - 1);
		assertEquals(1, server.control("GET", "/vm?name=node00002").split("\"id\"", -1).length - 1);
	}

	@Test
	void whatMustNotBeReadIsMissing() throws Exception {
		String machine = client.find("DC0/vm/node00009");
		server.control("POST", "/vm?path=/DC0/vm/node00009&access=view");
		SoapClient.Reply reply = client.retrieve("VirtualMachine", machine, "name", "runtime.powerState");
		assertEquals("node00009", reply.one("val"));
		assertEquals("runtime.powerState", reply.one("path"));
		assertTrue(reply.body().contains("xsi:type=\"NoPermission\""), reply.body());
		SoapClient.Reply privileges = client.call("HasPrivilegeOnEntities", "AuthorizationManager", "AuthorizationManager",
				"<entity type=\"VirtualMachine\">" + machine + "</entity><sessionId>x</sessionId><privId>System.View</privId>"
						+ "<privId>VirtualMachine.Interact.PowerOff</privId>");
		assertEquals(List.of("true", "false"), privileges.all("isGranted"));
		server.control("POST", "/vm?path=/DC0/vm/node00009&access=full");
	}

	@Test
	void theSameSeedGivesTheSameInventory() throws Exception {
		try (SimulatedVCenter again = SimulatedVCenter.start(SimulatorOptions.builder().virtualMachines(200).datacenters(2).build());
				SimulatedVCenter other = SimulatedVCenter
						.start(SimulatorOptions.builder().virtualMachines(200).datacenters(2).seed(2).build())) {
			String path = "/vm?path=/DC1/vm/rack-00/node00101";
			assertTrue(server.control("GET", path).contains("\"name\":\"node00101\""));
			assertEquals(server.control("GET", path), again.control("GET", path));
			assertNotEquals(server.control("GET", path), other.control("GET", path));
		}
	}

	@Test
	void fortyThousandMachinesAreThere() throws Exception {
		try (SimulatedVCenter large = SimulatedVCenter.start(
				SimulatorOptions.builder().virtualMachines(40_000).datacenters(4).clusters(4).hosts(16).pageSize(50_000).build())) {
			SoapClient many = new SoapClient(large).loggedIn();
			SoapClient.Reply reply = many.call("RetrievePropertiesEx", "PropertyCollector", "propertyCollector",
					"<specSet>" + many.viewSpec("name", "runtime.powerState") + "</specSet><options/>");
			assertEquals(40_004, reply.count("<obj type=\"VirtualMachine\">"));
			assertEquals(40_000, reply.count(">poweredOn<"));
		}
	}
}
