package org.palisade.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Automation API as text on the wire, in both dialects. */
class AutomationApiTest {

	private static final String ACCOUNT = SimulatorOptions.DEFAULT_USERNAME + ":" + SimulatorOptions.DEFAULT_PASSWORD;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
	private SimulatedVCenter server;
	private String token = "";

	private void start(SimulatorOptions.Builder options) throws IOException {
		server = SimulatedVCenter.start(options.plainHttp(true).taskDuration(Duration.ofMillis(10)).build());
	}

	private static SimulatorOptions.Builder small() {
		return SimulatorOptions.builder().virtualMachines(20);
	}

	@AfterEach
	void stop() throws IOException {
		server.close();
	}

	/** {@return the status, a blank and the body without its line's end} */
	private String send(String method, String path) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.url().getPort() + path))
				.timeout(Duration.ofSeconds(60)).method(method, BodyPublishers.noBody());
		if (token.isEmpty()) {
			request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(ACCOUNT.getBytes(StandardCharsets.UTF_8)));
		} else {
			request.header("vmware-api-session-id", token);
		}
		HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
		return response.statusCode() + " " + response.body().strip();
	}

	private void logIn(String path) throws IOException, InterruptedException {
		String answer = send("POST", path);
		int end = answer.lastIndexOf('"');
		token = answer.substring(answer.lastIndexOf('"', end - 1) + 1, end);
	}

	@Test
	void theNewDialectAnswersWithBareValues() throws Exception {
		start(small());
		assertTrue(send("POST", "/api/session").matches("201 \"[0-9a-f]{40}\""));
		logIn("/api/session");
		String rows = send("GET", "/api/vcenter/vm?names=node00003&names=nobody");
		assertTrue(rows.matches("200 \\[\\{\"vm\":\"vm-\\d+\",\"name\":\"node00003\",\"power_state\":\"POWERED_ON\",.*\\}\\]"), rows);
		String machine = "/api/vcenter/vm/" + rows.replaceAll(".*\"vm\":\"([^\"]*)\".*", "$1");
		assertTrue(send("GET", machine).contains("\"instance_uuid\":\""));
		assertEquals("204 ", send("POST", machine + "/power?action=stop"));
		assertEquals("200 {\"state\":\"POWERED_OFF\"}", send("GET", machine + "/power"));
		String already = send("POST", machine + "/power?action=stop");
		assertTrue(already.startsWith("400 {\"error_type\":\"ALREADY_IN_DESIRED_STATE\",\"messages\":[{"), already);
		assertEquals("204 ", send("DELETE", "/api/session"));
		assertTrue(send("GET", machine).startsWith("401 {\"error_type\":\"UNAUTHENTICATED\""));
	}

	@Test
	void theOldDialectWrapsThem() throws Exception {
		start(small());
		assertTrue(send("POST", "/rest/com/vmware/cis/session").matches("200 \\{\"value\":\"[0-9a-f]{40}\"\\}"));
		logIn("/rest/com/vmware/cis/session");
		String rows = send("GET", "/rest/vcenter/vm?filter.names.1=node00003");
		assertTrue(rows.startsWith("200 {\"value\":[{\"vm\":\""), rows);
		String machine = "/rest/vcenter/vm/" + rows.replaceAll(".*\"vm\":\"([^\"]*)\".*", "$1");
		assertEquals("200 ", send("POST", machine + "/power/reset"));
		String missing = send("GET", "/rest/vcenter/vm/vm-0");
		assertTrue(missing.startsWith("404 {\"type\":\"com.vmware.vapi.std.errors.not_found\",\"value\":{"), missing);
		assertTrue(send("GET", "/rest/vcenter/vm?names=node00003").startsWith("400 {\"type\":\"com.vmware.vapi.std.errors.unexpected_input\""));
		assertEquals("200 ", send("DELETE", "/rest/com/vmware/cis/session"));
		assertTrue(server.control("GET", "/truth").contains("\"rest:power.reset\":1"));
	}

	@Test
	void listsFoldersDatacentersAndHosts() throws Exception {
		start(small());
		logIn("/api/session");
		String datacenter = send("GET", "/api/vcenter/datacenter?names=DC1").replaceAll(".*\"datacenter\":\"([^\"]*)\".*", "$1");
		String top = send("GET", "/api/vcenter/datacenter/" + datacenter).replaceAll(".*\"vm_folder\":\"([^\"]*)\".*", "$1");
		String racks = send("GET", "/api/vcenter/folder?type=VIRTUAL_MACHINE&parent_folders=" + top);
		assertTrue(racks.matches("200 \\[\\{\"folder\":\"group-v\\d+\",\"name\":\"rack-00\",\"type\":\"VIRTUAL_MACHINE\"\\}\\]"), racks);
		assertEquals("200 []", send("GET", "/api/vcenter/host?connection_states=NOT_RESPONDING"));
		server.control("POST", "/host?name=dc1-c0-esx0.example.com&connectionState=notResponding");
		String lost = send("GET", "/api/vcenter/host?connection_states=NOT_RESPONDING&connection_states=DISCONNECTED");
		assertTrue(lost.contains("\"name\":\"dc1-c0-esx0.example.com\",\"connection_state\":\"NOT_RESPONDING\""), lost);
	}

	@Test
	void refusesALongListing() throws Exception {
		start(SimulatorOptions.builder().virtualMachines(4001));
		logIn("/api/session");
		assertTrue(send("GET", "/api/vcenter/vm").startsWith("400 {\"error_type\":\"UNABLE_TO_ALLOCATE_RESOURCE\""));
		assertTrue(send("GET", "/api/vcenter/vm?power_states=POWERED_OFF").equals("200 []"));
	}

	@Test
	void dialectsDependOnTheVersion() throws Exception {
		start(small().apiVersion("6.7.0"));
		assertTrue(send("POST", "/api/session").startsWith("404 "));
		assertTrue(send("POST", "/rest/com/vmware/cis/session").startsWith("200 "));
		server.close();
		start(small().standaloneHost(true).datacenters(1).duplicates(0));
		assertTrue(send("POST", "/rest/com/vmware/cis/session").startsWith("404 "));
	}

	@Test
	void faultsAreOrderedByOperation() throws Exception {
		start(small());
		logIn("/api/session");
		server.control("POST", "/fault?method=api:vm.list&kind=soapFault&parameter=ServiceUnavailable");
		assertTrue(send("GET", "/api/vcenter/vm").startsWith("503 {\"error_type\":\"SERVICE_UNAVAILABLE\""));
		server.control("POST", "/fault?method=api:vm.list&kind=enormous&parameter=100000");
		String padded = send("GET", "/api/vcenter/vm?names=node00003");
		assertFalse(padded.startsWith("503"), "the fault was for one call");
		assertTrue(padded.startsWith("200 [{\"vm\""), "blanks before a value change nothing");
	}
}
