package org.palisade.inventory.internal;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.api.time.MonotonicClock;
import org.palisade.simulator.SimulatorOptions;

/** Whatever happens, in the end the model is what the server has, and what the batches said is what the model has. */
class RandomScheduleTest extends FeedFixture {

	private static final int CHANGES = 150;
	private static final String[] STATES = { "connected", "disconnected", "orphaned", "inaccessible", "invalid" };
	private static final String[] HOST_STATES = { "connected", "disconnected", "notResponding" };
	private static final String[] POWERS = { "on", "off", "suspended", "reset" };

	private final ScriptedPause pause = new ScriptedPause();

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void theModelIsTheTruthInTheEnd(long seed) throws Exception {
		Random random = new Random(seed);
		start(SimulatorOptions.builder().virtualMachines(60).duplicates(2).pageSize(1 + random.nextInt(30)).seed(seed));
		Feed opened = new Feed(Account.of(options()), forgetting(), context(), pause, MonotonicClock.system(), unused -> { });
		feed = opened;
		opened.start(recorder);
		if (random.nextBoolean()) {
			recorder.awaitComplete(1);
		}
		for (int i = 0; i < CHANGES; i++) {
			change(random, i);
			opened.retryNow();
		}
		// A pause that begins after the last change has to be ended, too.
		recorder.await(() -> {
			opened.retryNow();
			return feed.snapshot().isComplete() && Truth.difference(truths(), feed.snapshot()).isEmpty() && isAsTold(feed.snapshot());
		}, () -> Truth.difference(truths(), feed.snapshot()).orElse("what was told is not what is there"));
	}

	private List<Truth> truths() {
		try {
			return Truth.of(server);
		} catch (IOException broken) {
			throw new AssertionError(broken);
		}
	}

	private boolean isAsTold(InventorySnapshot snapshot) {
		return recorder.objects().values().stream().allMatch(object -> snapshot.object(object.id()).equals(Optional.of(object)))
				&& recorder.objects().size() == snapshot.find("", EnumSet.allOf(InventoryObject.Kind.class)).size();
	}

	private void change(Random random, int number) throws IOException {
		List<Truth> truths = truths();
		Truth truth = truths.get(random.nextInt(truths.size()));
		String machine = "/vm?id=" + truth.machine().id();
		boolean template = truth.machine().details().orElseThrow().template();
		switch (random.nextInt(12)) {
		case 0 -> control(machine + "&rename=renamed%2F" + number);
		case 1 -> control(machine + "&move=" + folder(truths, random));
		case 2 -> control(machine + "&delete=true");
		case 3, 4 -> control(machine + "&clone=clone" + number + "&sameUuid=" + random.nextBoolean());
		case 5 -> control(machine + "&connectionState=" + one(random, STATES));
		case 6 -> control(machine + "&template=" + !template);
		case 7 -> control("/host?name=dc" + random.nextInt(2) + "-c0-esx" + random.nextInt(4) + ".example.com&connectionState=" + one(random, HOST_STATES));
		case 8 -> control("/rename?path=" + folder(truths, random) + "&name=folder%20" + number);
		case 9 -> disturb(random);
		default -> control(machine + "&power=" + one(random, POWERS));
		}
	}

	/** {@return the folder of some machine, by its path} */
	private static String folder(List<Truth> truths, Random random) {
		String path = truths.get(random.nextInt(truths.size())).path();
		return URLEncoder.encode(path.substring(0, path.lastIndexOf('/')), StandardCharsets.UTF_8);
	}

	private void disturb(Random random) throws IOException {
		switch (random.nextInt(4)) {
		case 0 -> control("/sessions/expire");
		case 1 -> control("/fault?method=WaitForUpdatesEx&nth=1&kind=drop");
		case 2 -> control("/fault?method=CreateFilter&nth=1&kind=httpStatus&parameter=503");
		default -> control("/restart?downtime=0");
		}
	}

	private static String one(Random random, String[] words) {
		return words[random.nextInt(words.length)];
	}
}
