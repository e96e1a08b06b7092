package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.VcenterSimulator;

/** The audit trail and the debug file on disks that cannot take them: a real file system that is full, and one that is mounted read-only. */
@Needs(RealPart.NAME_SPACES)
class AuditFileTest {

	private static final String PLUG = "node00002";
	private static final String FULL = "mount -t tmpfs -o size=4k tmpfs \"$DISK\" && head -c 4096 /dev/zero >\"$DISK/filler\"";
	private static final String READ_ONLY = "mount -t tmpfs tmpfs \"$DISK\" && mount -o remount,ro \"$DISK\"";

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcenterSimulator vcenter;

	@BeforeAll
	static void start() {
		agent = InstalledAgent.copyInto(temporary);
		vcenter = VcenterSimulator.start(agent, "--vms", "24");
	}

	@AfterAll
	static void stop() {
		if (vcenter != null) {
			vcenter.close();
		}
	}

	@BeforeEach
	void powerOn() {
		vcenter.post("/vm", "name", PLUG, "power", "on");
	}

	/** What is mounted is seen by this one run of the agent and by nobody else. */
	private static Outcome runOn(String disk, Request request) {
		Path folder = temporary.resolve("disk");
		folder.toFile().mkdir();
		String script = disk + " && exec \"$AGENT\"";
		return new Command("unshare", "-m", "/bin/sh", "-c", script).environment("DISK", folder.toString())
				.environment("AGENT", agent.folder().resolve("bin/fence_vmware").toString())
				.input(request.with("audit_file", folder.resolve("audit")).with("debug_file", folder.resolve("debug")).lines()).run();
	}

	private static Request request(String action) {
		return Request.to(vcenter).plug(PLUG).action(action);
	}

	@Test
	void aFullDiskDoesNotKeepAnybodyFromFencing() {
		Outcome outcome = runOn(FULL, request("off"));

		Check.succeeded(outcome, "Success: Powered OFF");
		Check.says(outcome, "nothing is written to the file of option audit_file", "No space left on device");
		Check.isForHumans(outcome);
		assertEquals("poweredOff", vcenter.machine(PLUG, "powerState"));
	}

	@Test
	void aReadOnlyDiskDoesNotKeepAnybodyFromFencing() {
		Outcome outcome = runOn(READ_ONLY, request("off"));

		Check.succeeded(outcome, "Success: Powered OFF");
		Check.says(outcome, "nothing is written to the file of option audit_file", "nothing is written to the file of option debug_file",
				"Read-only file system");
		Check.isForHumans(outcome);
		assertEquals("poweredOff", vcenter.machine(PLUG, "powerState"));
	}

	@Test
	void aReadOnlyDiskIsToldWhenTheOptionsAreChecked() {
		Outcome outcome = runOn(READ_ONLY, request("validate-all"));

		Check.failed(outcome, "Read-only file system");
		assertTrue(outcome.err().contains("debug_file"), outcome::all);
	}
}
