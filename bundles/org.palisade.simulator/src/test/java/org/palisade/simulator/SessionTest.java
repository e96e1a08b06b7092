package org.palisade.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLException;

import org.junit.jupiter.api.Test;

class SessionTest {

	private static SimulatorOptions.Builder small() {
		return SimulatorOptions.builder().virtualMachines(4).datacenters(1);
	}

	@Test
	void beforeTheLoginOnlyTheServiceInstanceAnswers() throws Exception {
		try (SimulatedVCenter server = SimulatedVCenter.start(small().build())) {
			SoapClient client = new SoapClient(server);
			SoapClient.Reply content = client.call("RetrieveServiceContent", "ServiceInstance", "ServiceInstance", "");
			assertEquals(200, content.status());
			assertEquals("VirtualCenter", content.one("apiType"));
			assertTrue(content.body().contains("<vStorageObjectManager "), content.body());
			SoapClient.Reply time = client.call("CurrentTime", "ServiceInstance", "ServiceInstance", "");
			assertEquals(500, time.status());
			assertTrue(time.body().contains("<NotAuthenticatedFault xmlns=\"urn:vim25\" xsi:type=\"NotAuthenticated\">"), time.body());
		}
	}

	@Test
	void olderServersDoNotHaveTheNewManagers() throws Exception {
		try (SimulatedVCenter server = SimulatedVCenter.start(small().apiVersion("6.0").build())) {
			String content = new SoapClient(server).call("RetrieveServiceContent", "ServiceInstance", "ServiceInstance", "").body();
			assertTrue(content.contains("<apiVersion>6.0</apiVersion>"), content);
			assertTrue(content.contains("<ioFilterManager "), content);
			assertFalse(content.contains("<vStorageObjectManager "), content);
		}
	}

	@Test
	void aStandaloneHostSaysSo() throws Exception {
		try (SimulatedVCenter server = SimulatedVCenter.start(small().standaloneHost(true).build())) {
			SoapClient client = new SoapClient(server);
			SoapClient.Reply content = client.call("RetrieveServiceContent", "ServiceInstance", "ServiceInstance", "");
			assertEquals("HostAgent", content.one("apiType"));
			assertEquals("ha-folder-root", content.one("rootFolder"));
			client.call("Login", "SessionManager", "ha-sessionmgr",
					"<userName>administrator@vsphere.local</userName><password>palisade-demo</password>");
			assertEquals("2", client.call("FindByInventoryPath", "SearchIndex", "ha-searchindex",
					"<inventoryPath>ha-datacenter/vm/node00002</inventoryPath>").one("returnval"));
		}
	}

	@Test
	void loginsAndLogoutsAreCounted() throws Exception {
		try (SimulatedVCenter server = SimulatedVCenter.start(small().build())) {
			SoapClient client = new SoapClient(server);
			SoapClient.Reply refused = client.login("administrator@vsphere.local", "wrong");
			assertEquals(500, refused.status());
			assertTrue(refused.body().contains("<InvalidLoginFault "), refused.body());
			client.loggedIn();
			assertTrue(server.control("GET", "/truth").contains("\"sessionsOpen\":1,\"logins\":1,\"failedLogins\":1,\"logouts\":0"));
			assertEquals(200, client.logout().status());
			String truth = server.control("GET", "/truth");
			assertTrue(truth.contains("\"sessionsOpen\":0,\"logins\":1,\"failedLogins\":1,\"logouts\":1"), truth);
			assertTrue(truth.contains("\"Login\":2,\"Logout\":1"), truth);
		}
	}

	@Test
	void anExpiredSessionIsNotAuthenticated() throws Exception {
		try (SimulatedVCenter server = SimulatedVCenter.start(small().build())) {
			SoapClient client = new SoapClient(server).loggedIn();
			assertFalse(client.find("DC0/vm/node00001").isEmpty());
			server.control("POST", "/sessions/expire");
			assertTrue(client.retrieve("VirtualMachine", "vm-1", "name").body().contains("NotAuthenticatedFault"));
		}
	}

	@Test
	void aRestartKeepsThePortAndForgetsTheSessions() throws Exception {
		try (SimulatedVCenter server = SimulatedVCenter.start(small().build())) {
			SoapClient client = new SoapClient(server).loggedIn();
			server.control("POST", "/restart");
			// The old connection was cut by the restart, which the JDK's client may notice only when it uses it.
			assertTrue(client.reconnected(server).call("CurrentTime", "ServiceInstance", "ServiceInstance", "").body().contains("NotAuthenticatedFault"));
			new SoapClient(server).loggedIn();
		}
	}

	@Test
	void aClonedSessionIsAnotherOne() throws Exception {
		try (SimulatedVCenter server = SimulatedVCenter.start(small().build())) {
			SoapClient first = new SoapClient(server).loggedIn();
			String ticket = first.call("AcquireCloneTicket", "SessionManager", "SessionManager", "").one("returnval");
			SoapClient second = new SoapClient(server);
			assertEquals(200, second.call("CloneSession", "SessionManager", "SessionManager",
					"<cloneTicket>" + ticket + "</cloneTicket>").status());
			first.logout();
			assertFalse(second.find("DC0/vm/node00001").isEmpty());
		}
	}

	@Test
	void documentTypesAreRefused() throws Exception {
		try (SimulatedVCenter server = SimulatedVCenter.start(small().build())) {
			SoapClient.Reply reply = new SoapClient(server).send("<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
					+ "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body>"
					+ "<Login xmlns=\"urn:vim25\"><userName>&x;</userName></Login></e:Body></e:Envelope>");
			assertEquals(500, reply.status());
			assertTrue(reply.body().contains("InvalidRequestFault"), reply.body());
		}
	}

	@Test
	void aCertificateForAnotherHostIsRefusedByClients() throws Exception {
		try (SimulatedVCenter server = SimulatedVCenter.start(small().certificate(CertificateKind.WRONG_HOST).build())) {
			SoapClient client = new SoapClient(server);
			assertThrows(SSLException.class, client::loggedIn);
		}
	}

	@Test
	void certificatesExpireToOrder() throws Exception {
		certificate(CertificateKind.VALID).checkValidity();
		X509Certificate expired = certificate(CertificateKind.EXPIRED);
		assertThrows(CertificateExpiredException.class, expired::checkValidity);
	}

	private static X509Certificate certificate(CertificateKind kind) throws Exception {
		try (SimulatedVCenter server = SimulatedVCenter.start(small().certificate(kind).build());
				InputStream pem = Files.newInputStream(server.certificateFile().orElseThrow())) {
			return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
		}
	}

	@Test
	void itsTemporaryCertificateGoesWithTheServer() throws Exception {
		Path file;
		try (SimulatedVCenter server = SimulatedVCenter.start(small().build())) {
			file = server.certificateFile().orElseThrow();
			assertTrue(Files.exists(file));
			assertTrue(server.certificateFingerprint().orElseThrow().matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"));
		}
		assertFalse(Files.exists(file));
	}
}
