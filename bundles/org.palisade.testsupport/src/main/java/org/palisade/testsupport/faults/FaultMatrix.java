package org.palisade.testsupport.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Carries out every cell of the matrix that makes sense for a back end, in several beds at once. Hanging costs time and no processor, so the limits
 * are short; a cell whose fault was not reached by then, or that ended late, is tried
 * again with more time before it counts as a failure. Which steps a back end takes is learnt first, from requests that nothing disturbs: a step that it
 * takes and that has no cells, or the other way round, is an error of the matrix.
 */
public final class FaultMatrix {

	private static final List<Duration> DEADLINES_OF_HANGING = List.of(Duration.ofMillis(300), Duration.ofMillis(1500), Duration.ofSeconds(6),
			Duration.ofSeconds(15));
	private static final List<Duration> AMPLE = List.of(Duration.ofSeconds(20), Duration.ofSeconds(40));

	/** Makes beds. */
	@FunctionalInterface
	public interface Beds {
		/** {@return a bed of its own} */
		FaultBed make() throws Exception;
	}

	/**
	 * What came of all cells.
	 *
	 * @param carriedOut the cells that were carried out
	 * @param runs how often the engine ran for them: twice for what only a limit ends
	 * @param succeeded how many runs ended with a success, which the truth confirmed
	 * @param senseless why the others were not, and which those are
	 * @param violations what must not be, by cell
	 */
	public record Report(Set<Cell> carriedOut, int runs, int succeeded, Map<String, List<Cell>> senseless, Map<Cell, List<String>> violations) {

		/** Keeps copies, in their order. */
		public Report {
			carriedOut = Collections.unmodifiableSet(new LinkedHashSet<>(carriedOut));
			senseless = Collections.unmodifiableMap(new LinkedHashMap<>(senseless));
			violations = Collections.unmodifiableMap(new LinkedHashMap<>(violations));
		}

		/** {@return the figures, on one line} */
		public String summary() {
			return carriedOut.size() + " cells carried out in " + runs + " runs, of which " + succeeded + " ended with a success that is true; "
					+ senseless.values().stream().mapToInt(List::size).sum() + " make no sense, for " + senseless.size() + " reasons; "
					+ violations.size() + " violations";
		}

		/** {@return whether each cell there is was carried out or has a reason why not} */
		public boolean isComplete() {
			return carriedOut.size() + senseless.values().stream().mapToInt(List::size).sum() == Cell.all().size();
		}
	}

	private final Beds beds;
	private final int parallel;
	private final Map<String, List<Cell>> senseless = new TreeMap<>();
	private final Set<Cell> carriedOut = new LinkedHashSet<>();
	private final Map<Cell, List<String>> violations = new LinkedHashMap<>();
	private int runs;
	private int succeeded;

	/**
	 * @param parallel how many beds to use at once
	 */
	public FaultMatrix(Beds beds, int parallel) {
		this.beds = beds;
		this.parallel = parallel;
	}

	/** {@return what came of all cells} */
	public Report carryOut() throws Exception {
		Queue<Cell> sensible = new ConcurrentLinkedQueue<>();
		try (FaultBed bed = beds.make()) {
			for (Cell cell : Cell.all()) {
				Optional<String> reason = cell.senseless(bed.watches()).or(() -> bed.senseless(cell));
				reason.ifPresentOrElse(text -> senseless.computeIfAbsent(text, ignored -> new ArrayList<>()).add(cell), () -> sensible.add(cell));
			}
			requireCellsOfTheStepsTaken(bed, sensible);
		}
		ExecutorService threads = Executors.newFixedThreadPool(parallel);
		try {
			List<Callable<Void>> workers = Collections.nCopies(parallel, () -> work(sensible));
			for (Future<Void> worker : threads.invokeAll(workers)) {
				worker.get();
			}
		} finally {
			threads.shutdownNow();
		}
		return report();
	}

	private static void requireCellsOfTheStepsTaken(FaultBed bed, Collection<Cell> sensible) throws Exception {
		for (FencedAction action : FencedAction.values()) {
			Set<Step> tried = sensible.stream().filter(cell -> cell.action() == action).map(Cell::step).collect(Collectors.toSet());
			if (!tried.isEmpty()) {
				new UndisturbedRun(bed, action).require(tried);
			}
		}
	}

	private synchronized Report report() {
		return new Report(carriedOut, runs, succeeded, senseless, violations);
	}

	private Void work(Queue<Cell> cells) throws Exception {
		try (FaultBed bed = beds.make()) {
			for (Cell cell = cells.poll(); cell != null; cell = cells.poll()) {
				carryOut(bed, cell);
			}
		}
		return null;
	}

	/** What hangs is ended by one of two limits. */
	private void carryOut(FaultBed bed, Cell cell) throws Exception {
		if (cell.fault().lastsUntilTheDeadline()) {
			note(cell, carryOut(bed, cell, ActionRun.Limit.EACH_STEP, DEADLINES_OF_HANGING));
			note(cell, carryOut(bed, cell, ActionRun.Limit.RUN, DEADLINES_OF_HANGING));
		} else {
			note(cell, carryOut(bed, cell, ActionRun.Limit.RUN, AMPLE));
		}
	}

	private static CellRun.Result carryOut(FaultBed bed, Cell cell, ActionRun.Limit limit, List<Duration> deadlines) throws Exception {
		CellRun.Result result = null;
		for (Duration deadline : deadlines) {
			result = new CellRun(bed, cell, limit, deadline).carryOut();
			if (result.struck() && !result.late() && !result.endedBefore()) {
				return result;
			}
		}
		return result;
	}

	private synchronized void note(Cell cell, CellRun.Result result) {
		carriedOut.add(cell);
		runs++;
		List<String> found = new ArrayList<>(result.violations());
		if (!result.struck()) {
			found.add("what was to go wrong did not");
		}
		if (result.succeeded()) {
			succeeded++;
		}
		if (!found.isEmpty()) {
			violations.computeIfAbsent(cell, ignored -> new ArrayList<>()).addAll(found);
		}
	}
}
