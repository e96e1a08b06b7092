package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Holdings;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.ResidentAgent;
import org.palisade.acceptance.support.VcenterSimulator;

/**
 * Many requests to one resident that keeps sessions, while these expire and the server is restarted: what it holds does not grow. The
 * system property {@code palisade.resident.requests} says how many, 300 unless given; 10,000 is what the documentation tells of.
 */
@Needs({ RealPart.RESIDENT_CLIENT, RealPart.JCMD })
class ResidentEnduranceTest {

	private static final int REQUESTS = Integer.getInteger("palisade.resident.requests", 300);

	/** What a garbage collection finds to be alive differs by as much with what happens to be compiled or cached. */
	private static final long NOISE_KILOBYTES = 1_024;

	/** Those of the garbage collector, the timers and of requests that end in a moment come and go. */
	private static final long FEW = 12;

	@TempDir
	Path temporary;

	@Test
	void whatItHoldsDoesNotGrow() {
		InstalledAgent agent = InstalledAgent.copyInto(temporary).withPatientClient();
		try (VcenterSimulator vcenter = VcenterSimulator.start(agent, "--vms", "500");
				ResidentAgent resident = ResidentAgent.start(agent, temporary.resolve("run").resolve("agent.sock"), "--keep-sessions")) {
			long logins = vcenter.truth("logins");
			serve(resident, vcenter, 0, REQUESTS / 10);
			Holdings early = Holdings.of(resident.process().pid());
			serve(resident, vcenter, REQUESTS / 10, REQUESTS);
			Holdings late = Holdings.of(resident.process().pid());

			System.out.println("resident agent after " + REQUESTS / 10 + " requests: " + early + ", after " + REQUESTS + ": " + late);
			assertTrue(late.heapKilobytes() <= early.heapKilobytes() + NOISE_KILOBYTES, () -> early + " became " + late);
			assertTrue(late.threads() <= early.threads() + FEW, () -> early + " became " + late);
			assertTrue(late.descriptors() <= early.descriptors() + FEW, () -> early + " became " + late);
			assertEquals(1, vcenter.truth("sessionsOpen"));
			assertTrue(vcenter.truth("logins") - logins <= 1 + reasons, () -> vcenter.truth("logins") - logins + " log-ins for " + reasons + " reasons");
		}
	}

	/** What makes a new session necessary: the end of the old one, a monitor, a plug that an old one does not see, and a name, which only a new one proves. */
	private long reasons;

	private void serve(ResidentAgent resident, VcenterSimulator vcenter, int from, int to) {
		Request request = Request.to(vcenter).plug(vcenter.machine("node00002", "path"));
		int hundredth = Math.max(1, REQUESTS / 100);
		for (int i = from; i < to; i++) {
			int part = i % (hundredth * 10);
			if (part == hundredth * 2) {
				vcenter.post("/sessions/expire");
				reasons++;
			} else if (part == hundredth * 5) {
				vcenter.post("/restart", "downtime", "1");
				reasons++;
			}
			if (part == hundredth * 7) {
				reasons++;
				assertEquals(0, resident.run(request.action("monitor")).exit());
			} else if (part == hundredth * 9) {
				assertEquals(500, resident.run(request.action("list")).out().lines().count());
			} else if (part % 5 == 3) {
				Outcome outcome = resident.run(request.action(i % 10 == 3 ? "off" : "on"));
				assertEquals(0, outcome.exit(), outcome::all);
			} else if (part % 5 == 4) {
				reasons++;
				Check.failed(resident.run(request.plug("nobody").action("off")), "not found");
			} else if (part % 5 == 1) {
				reasons++;
				Outcome outcome = resident.run(request.plug("node00002").action("status"));
				assertTrue(outcome.exit() != 1, outcome::all);
			} else {
				Outcome outcome = resident.run(request.action("status"));
				assertTrue(outcome.exit() != 1, outcome::all);
			}
		}
	}
}
