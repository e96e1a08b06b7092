package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palisade.acceptance.support.Await;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.Running;
import org.palisade.acceptance.support.VcenterSimulator;

/**
 * SIGKILL at random instants, with cache folders that work, are full or cannot be written to: whatever is left behind, the next run answers right, and
 * no machine but the one that was asked for was powered. 24 times; {@code releng/faults/run} does it 500 times.
 */
@Needs(RealPart.NAME_SPACES)
class KilledAgentTest {

	private static final int KILLS = Integer.getInteger("palisade.kills", 24);
	private static final long SEED = Long.getLong("palisade.kills.seed", System.nanoTime());
	private static final Duration BOUND = Duration.ofSeconds(60);
	private static final List<String> ACTIONS = List.of("monitor", "monitor", "status", "off", "reboot");
	/** After which call the instant is chosen; the cache is written after the last of them. */
	private static final List<String> CALLS = List.of("", "Login", "RetrievePropertiesEx", "Logout", "Logout");
	private static final int LONGEST_WAIT_MILLIS = 400;
	private static final List<String> NAMES = List.of("node00002", "node00003");
	private static final String UUID = "uuid";

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcenterSimulator vcenter;
	private static Running nameSpace;

	/** Where the cache is. */
	enum Disk {
		/** It has room. */
		SOUND,
		/** It is full before a map is written whole: that of 300 machines takes three times as much. */
		FULL,
		/** Nobody can write to it, but it may hold something. */
		READ_ONLY
	}

	/** A process to kill. */
	record Kill(int number, Disk disk, String action, String call, int after, boolean exchange) {
	}

	@BeforeAll
	static void start() throws IOException {
		agent = InstalledAgent.copyInto(temporary);
		vcenter = VcenterSimulator.start(agent, "--vms", "300", "--lifetime", Integer.toString(1200 + KILLS * 20));
		for (Disk disk : Disk.values()) {
			Files.createDirectory(folder(disk));
		}
		System.out.println("seed of the kills: " + SEED);
		// Holds the name space for as long as its standard output is wanted.
		nameSpace = new Command("unshare", "-m", "/bin/sh", "-c", "mount -t tmpfs -o size=4m,mode=700 tmpfs \"$1\" && mount -t tmpfs -o size=16k,mode=700"
				+ " tmpfs \"$2\" && mount -t tmpfs -o size=4m,mode=700 tmpfs \"$3\" && echo mounted && exec sleep 36000", "sh", folder(Disk.SOUND).toString(),
				folder(Disk.FULL).toString(), folder(Disk.READ_ONLY).toString()).start();
		Await.until("the folders", BOUND, () -> nameSpace.outSoFar().contains("mounted"));
		// Something to go by, which becomes wrong when names are exchanged.
		for (Disk disk : Disk.values()) {
			run(disk, "monitor");
		}
		inside("mount", "-o", "remount,ro", folder(Disk.READ_ONLY).toString()).run().require();
	}

	@AfterAll
	static void stop() {
		if (nameSpace != null) {
			nameSpace.close();
		}
		if (vcenter != null) {
			vcenter.close();
		}
	}

	private static Path folder(Disk disk) {
		return temporary.resolve("cache " + disk);
	}

	private static Command inside(String... words) {
		Command command = new Command("nsenter", "-t", Long.toString(nameSpace.pid()), "-m", "--");
		for (String word : words) {
			command.argument(word);
		}
		return command;
	}

	private static Command agent(Disk disk, String action) {
		return inside(agent.folder().resolve("bin/fence_vmware").toString())
				.input(Request.to(vcenter).plug(NAMES.get(0)).with("lookup_cache", folder(disk)).action(action).lines());
	}

	private static Outcome run(Disk disk, String action) {
		return agent(disk, action).run();
	}

	static Stream<Kill> kills() {
		Random random = new Random(SEED);
		return IntStream.range(0, KILLS).mapToObj(number -> new Kill(number, Disk.values()[number % Disk.values().length],
				ACTIONS.get(random.nextInt(ACTIONS.size())), CALLS.get(random.nextInt(CALLS.size())), random.nextInt(LONGEST_WAIT_MILLIS),
				random.nextInt(3) == 0));
	}

	@ParameterizedTest
	@MethodSource("kills")
	void theNextRunAnswersRight(Kill kill) {
		if (kill.exchange()) {
			exchangeNames();
		}
		String meant = vcenter.machine(NAMES.get(0), UUID);
		long others = powerChangesOfTheOther();
		killOne(kill);
		assertEquals(others, powerChangesOfTheOther(), "another machine was powered by the one that was killed");

		// Another state than the one that whoever is taken for it has.
		vcenter.post("/vm", "name", NAMES.get(0), "power", "off");
		vcenter.post("/vm", "name", NAMES.get(1), "power", "on");
		long othersByUs = powerChangesOfTheOther();
		assertEquals(meant, vcenter.machine(NAMES.get(0), UUID));
		Outcome outcome = run(kill.disk(), "status");
		assertEquals("Status: OFF\n", outcome.out(), () -> kill + "\n" + outcome.all());
		assertEquals(2, outcome.exit(), () -> kill + "\n" + outcome.all());
		Outcome on = run(kill.disk(), "on");
		assertEquals(0, on.exit(), () -> kill + "\n" + on.all());
		assertEquals("poweredOn", vcenter.machine(NAMES.get(0), "powerState"));
		assertEquals(othersByUs, powerChangesOfTheOther(), "another machine was powered");
	}

	private static void killOne(Kill kill) {
		long before = kill.call().isEmpty() ? 0 : vcenter.requests(kill.call());
		try (Running running = agent(kill.disk(), kill.action()).start()) {
			Await.until(kill.call(), BOUND, () -> kill.call().isEmpty() || !running.isAlive() || vcenter.requests(kill.call()) > before);
			running.endsWithin(Duration.ofMillis(kill.after()));
			running.signalUnlessEnded("KILL");
			Outcome outcome = running.await(BOUND);
			// What it has asked for goes on without it.
			vcenter.post("/sessions/expire");
			Await.until("the end of its tasks", BOUND, () -> vcenter.truth("tasksUnfinished") == 0);
			boolean killed = outcome.exit() == 128 + 9;
			assertTrue(killed || outcome.exit() == 0, () -> kill + "\n" + outcome.all());
		}
	}

	private static long powerChangesOfTheOther() {
		return vcenter.powerOffs(NAMES.get(1)) + vcenter.powerOns(NAMES.get(1));
	}

	/** What the cache knows is wrong from now on. */
	private static void exchangeNames() {
		String now = vcenter.machine(NAMES.get(0), "path");
		String other = vcenter.machine(NAMES.get(1), "path");
		vcenter.post("/vm", "path", now, "rename", "exchanged");
		vcenter.post("/vm", "path", other, "rename", NAMES.get(0));
		vcenter.post("/vm", "name", "exchanged", "rename", NAMES.get(1));
	}
}
