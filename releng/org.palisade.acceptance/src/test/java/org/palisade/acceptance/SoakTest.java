package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Await;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Holdings;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.ResidentAgent;
import org.palisade.acceptance.support.ServerCertificate;
import org.palisade.acceptance.support.SoakedWorkbench;
import org.palisade.acceptance.support.VcenterSimulator;

/**
 * The resident agent, with kept sessions, and the connection of a workbench under load, while something goes wrong in each round: what they hold
 * does not grow, nor does the number of sessions that are open at the server. A few rounds, unless {@code releng/soak/run} asks for minutes.
 */
@Needs({ RealPart.RESIDENT_CLIENT, RealPart.JCMD })
class SoakTest {

	private static final int MINUTES = Integer.getInteger("palisade.soak.minutes", 0);
	private static final int ROUNDS = 12;
	private static final int ROUNDS_PER_SAMPLE = 2;
	private static final long SEED = Long.getLong("palisade.soak.seed", 20261128L);
	private static final Duration BOUND = Duration.ofSeconds(120);

	private static final int CLIENTS = 4;
	/** One for each request that the resident answers at once at most, and that of the feed. */
	private static final long MOST_SESSIONS = CLIENTS + 1;

	/** What a garbage collection finds to be alive differs by as much with what happens to be compiled or cached. */
	private static final long NOISE_KILOBYTES = 512;
	/** Threads and connections of what ends in a moment come and go. */
	private static final long FEW = 12;

	/** What may go wrong, each with the method and whether that takes effect. Nobody can log out a session whose key was never told. */
	private static final List<String[]> FAULTS = List.of(new String[] { "*", "delay", "true" }, new String[] { "Login", "drop", "false" },
			new String[] { "RetrievePropertiesEx", "half", "true" }, new String[] { "RetrievePropertiesEx", "malformed", "true" },
			new String[] { "RetrievePropertiesEx", "garbage", "true" }, new String[] { "WaitForUpdatesEx", "drop", "true" },
			new String[] { "WaitForUpdatesEx", "truncated", "true" }, new String[] { "PowerOffVM_Task", "taskError", "true" },
			new String[] { "PowerOffVM_Task", "hang", "true" }, new String[] { "PowerOnVM_Task", "httpStatus", "false" },
			new String[] { "CreateFilter", "drop", "true" }, new String[] { "Logout", "drop", "true" });

	@TempDir
	Path temporary;

	/** What was seen when nothing was under way. */
	private record Sample(long second, int round, long requests, Holdings resident, Holdings workbench, long sessions) {

		String row() {
			return String.format(Locale.ROOT, "%6d s %6d %9d | %7d %4d %4d %4d | %7d %4d %4d %4d | %3d", second, round, requests, resident.heapKilobytes(),
					resident.threads(), resident.descriptors(), resident.sockets(), workbench.heapKilobytes(), workbench.threads(),
					workbench.descriptors(), workbench.sockets(), sessions);
		}
	}

	private static final String HEADER = """
			                             |    resident agent            |    workbench's connection    | open at
			    time  round  requests    | heap KB thr. file sock       | heap KB thr. file sock       | the server""";

	private final Random random = new Random(SEED);
	private final List<Sample> samples = new ArrayList<>();
	private VcenterSimulator vcenter;
	private ResidentAgent resident;
	private SoakedWorkbench workbench;
	private long requests;

	@Test
	@Timeout(value = 3, unit = TimeUnit.HOURS)
	void whatIsHeldDoesNotGrow() throws IOException, InterruptedException, ExecutionException {
		InstalledAgent agent = InstalledAgent.copyInto(temporary).withPatientClient();
		Path certificate = temporary.resolve("certificate.pem");
		ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
		try (VcenterSimulator server = VcenterSimulator.start(agent, "--vms", "500", "--certificate-file", certificate.toString(), "--lifetime",
				Integer.toString(1200 + MINUTES * 120));
				ResidentAgent asked = ResidentAgent.start(agent, temporary.resolve("run").resolve("agent.sock"), "--keep-sessions");
				SoakedWorkbench connected = SoakedWorkbench.start(agent, server, ServerCertificate.fingerprint(certificate),
						Files.createDirectory(temporary.resolve("workbench")))) {
			vcenter = server;
			resident = asked;
			workbench = connected;
			soak(clients);
		} finally {
			clients.shutdownNow();
		}
		assertFlat();
	}

	private void soak(ExecutorService clients) throws InterruptedException, ExecutionException {
		System.out.println("soak: seed " + SEED + "\n" + HEADER);
		long start = System.nanoTime();
		long end = start + Duration.ofMinutes(MINUTES).toNanos();
		long nextSample = start;
		for (int round = 1; MINUTES > 0 ? System.nanoTime() - end < 0 : round <= ROUNDS; round++) {
			round(clients, round);
			boolean due = MINUTES > 0 ? System.nanoTime() - nextSample >= 0 : round % ROUNDS_PER_SAMPLE == 0;
			if (due) {
				nextSample = System.nanoTime() + Duration.ofMinutes(1).toNanos();
				sample(round, Duration.ofNanos(System.nanoTime() - start).toSeconds());
			}
		}
	}

	private void round(ExecutorService clients, int round) throws InterruptedException, ExecutionException {
		interfere(round);
		Future<String> beside = clients.submit(workbench::round);
		List<Future<Outcome>> outcomes = new ArrayList<>();
		for (int client = 1; client < CLIENTS; client++) {
			for (String action : List.of("status", "off", "on", "reboot", client == 1 ? "monitor" : "list")) {
				Request request = Request.to(vcenter).plug("node0000" + (client + 1)).action(action);
				outcomes.add(clients.submit(() -> resident.run(request)));
			}
		}
		for (Future<Outcome> outcome : outcomes) {
			requests++;
			Outcome come = outcome.get();
			assertTrue(come.exit() >= 0 && come.exit() <= 2, come::all);
			Check.isForHumans(come);
		}
		String told = beside.get();
		assertTrue(told.startsWith("operations: "), told);
	}

	private void interfere(int round) {
		if (round % 10 == 0) {
			vcenter.post("/sessions/expire");
		} else if (round % 10 == 5) {
			vcenter.post("/restart", "downtime", "50");
		} else {
			String[] fault = FAULTS.get(random.nextInt(FAULTS.size()));
			vcenter.post("/fault", "method", fault[0], "nth", Integer.toString(1 + random.nextInt(5)), "kind", fault[1], "executed", fault[2],
					"parameter", fault[1].equals("taskError") ? "ResourceInUse" : "");
		}
	}

	private void sample(int round, long second) {
		vcenter.withdrawOrders();
		Await.until("sessions that end by themselves", BOUND, () -> vcenter.truth("sessionsOpen") <= MOST_SESSIONS);
		Sample sample = new Sample(second, round, requests, Holdings.of(resident.process().pid()), Holdings.of(workbench.pid()),
				vcenter.truth("sessionsOpen"));
		samples.add(sample);
		System.out.println(sample.row());
	}

	/** The last third of the samples against the first: what grows a little with each request shows there. */
	private void assertFlat() {
		assertTrue(samples.size() >= 3, "too few samples");
		flat("heap of the resident agent", sample -> sample.resident().heapKilobytes(), NOISE_KILOBYTES);
		flat("threads of the resident agent", sample -> sample.resident().threads(), FEW);
		flat("descriptors of the resident agent", sample -> sample.resident().descriptors(), FEW);
		flat("heap of the workbench", sample -> sample.workbench().heapKilobytes(), NOISE_KILOBYTES);
		flat("threads of the workbench", sample -> sample.workbench().threads(), FEW);
		flat("descriptors of the workbench", sample -> sample.workbench().descriptors(), FEW);
	}

	private void flat(String what, ToLongFunction<Sample> measure, long noise) {
		int third = Math.max(1, samples.size() / 3);
		long early = median(samples.subList(0, third), measure);
		long late = median(samples.subList(samples.size() - third, samples.size()), measure);
		assertTrue(late <= early + noise, () -> what + ": " + early + " became " + late);
	}

	private static long median(List<Sample> some, ToLongFunction<Sample> measure) {
		return some.stream().mapToLong(measure).sorted().skip(some.size() / 2).findFirst().orElseThrow();
	}
}
