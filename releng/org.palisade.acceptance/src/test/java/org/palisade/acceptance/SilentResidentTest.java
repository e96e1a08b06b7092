package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Await;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.ResidentAgent;
import org.palisade.acceptance.support.VcenterSimulator;

/** The client as it is installed, and a resident that does not answer it in time. */
@Needs(RealPart.RESIDENT_CLIENT)
class SilentResidentTest {

	private static final Duration BOUND = Duration.ofSeconds(60);

	@TempDir
	Path temporary;

	@Test
	void aStoppedResidentIsLeftAloneAndAskedAgainLater() {
		InstalledAgent agent = InstalledAgent.copyInto(temporary);
		try (VcenterSimulator vcenter = VcenterSimulator.start(agent, "--vms", "20");
				ResidentAgent resident = ResidentAgent.start(agent, temporary.resolve("run").resolve("agent.sock"), "--keep-sessions")) {
			Request request = Request.to(vcenter).plug("node00002");
			// A session that is kept tells that the resident has answered.
			Await.until("an answer of the resident", BOUND, () -> {
				Check.statusIsOn(resident.run(request.action("status")));
				return vcenter.truth("sessionsOpen") == 1;
			});
			long logins = vcenter.requests("Login");
			resident.process().signal("STOP");
			Check.quietlySucceeded(resident.run(request.action("off")), "Success: Powered OFF");
			assertEquals(logins + 1, vcenter.requests("Login"));
			resident.process().signal("CONT");
			Await.until("an answer of the resident", BOUND, () -> {
				long before = vcenter.requests("Login");
				Check.statusIsOff(resident.run(request.action("status")));
				return vcenter.requests("Login") == before;
			});
			assertEquals(1, vcenter.powerOffs("node00002"));
			assertTrue(resident.process().isAlive());
		}
	}
}
