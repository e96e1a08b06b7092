package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.VcenterSimulator;

/** What goes over the wire, by the server's count, which is the same on every machine. The time that it takes is measured by releng/benchmarks. */
class TrafficTest {

	private static final String NAME = "node00002";
	/** Numbers with more digits, as in the identifiers of a larger inventory, are all that may differ. */
	private static final long DIGITS = 200;
	/** A log-in, what proves that what is remembered is still so, the read of the machine, and a log-out. */
	private static final long MOST_REQUESTS_WARM = 4;
	private static final long MOST_BYTES_WARM = 6 * 1024;

	@TempDir
	static Path temporary;

	private static Inventory small;
	private static Inventory large;

	/** What a run of the agent needed. */
	private record Traffic(long requests, long received) {
	}

	/** A server, and an agent that knows no other: to an agent all simulated servers are the same one. */
	private record Inventory(InstalledAgent agent, VcenterSimulator vcenter) {

		static Inventory of(int machines) throws IOException {
			InstalledAgent agent = InstalledAgent.copyInto(Files.createDirectory(temporary.resolve(Integer.toString(machines))));
			return new Inventory(agent, VcenterSimulator.start(agent, "--vms", Integer.toString(machines)));
		}

		Traffic status(String type, String plug) {
			return of("status", type, plug);
		}

		Traffic of(String action, String type, String plug) {
			Request request = Request.to(vcenter).action(action).with("vmware_type", type).plug(vcenter.machine(NAME, plug));
			long requests = vcenter.truth("requestsTotal");
			long received = vcenter.truth("bytesOut");
			agent.run(request).require();
			return new Traffic(vcenter.truth("requestsTotal") - requests, vcenter.truth("bytesOut") - received);
		}
	}

	@BeforeAll
	static void start() throws IOException {
		small = Inventory.of(1000);
		large = Inventory.of(10_000);
	}

	@AfterAll
	static void stop() {
		for (Inventory inventory : new Inventory[] { small, large }) {
			if (inventory != null) {
				inventory.vcenter().close();
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "esx, path", "esx, uuid", "rest, name", "rest, id" })
	void aMachineThatTheServerFindsCostsTheSameAmongAThousandAndAmongTenThousand(String type, String plug) {
		Traffic amongAThousand = small.status(type, plug);
		Traffic amongTenThousand = large.status(type, plug);

		assertEquals(amongAThousand.requests(), amongTenThousand.requests());
		assertTrue(amongTenThousand.received() <= amongAThousand.received() + DIGITS, () -> amongAThousand + " and " + amongTenThousand);
	}

	@Test
	void aNameThatIsRememberedCostsFourRequestsAndTheSameAmongAThousandAndAmongTenThousand() {
		small.status("esx", "name");
		large.status("esx", "name");

		Traffic amongAThousand = small.status("esx", "name");
		Traffic amongTenThousand = large.status("esx", "name");

		assertTrue(amongAThousand.requests() <= MOST_REQUESTS_WARM, amongAThousand::toString);
		assertEquals(amongAThousand.requests(), amongTenThousand.requests());
		assertTrue(amongTenThousand.received() <= amongAThousand.received() + DIGITS, () -> amongAThousand + " and " + amongTenThousand);
		assertTrue(amongTenThousand.received() <= MOST_BYTES_WARM, amongTenThousand::toString);
	}

	/** What ARCHITECTURE.md counts: a name has to be proven, and a reboot waits for its first half to have ended. */
	@ParameterizedTest
	@CsvSource({ "off, path, 6", "off, name, 7", "reboot, path, 9", "reboot, name, 10" })
	void powerCostsNoMoreRequestsThanItsProofsNeed(String action, String plug, long requests) {
		small.vcenter().post("/vm", "name", NAME, "power", "on");
		small.status("esx", "name");

		Traffic traffic = small.of(action, "esx", plug);

		assertEquals(requests, traffic.requests());
	}
}
