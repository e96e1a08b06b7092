package org.palisade.lookup.internal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.palisade.api.lookup.MappedPlug;

/** How long it takes to open the file of an inventory that was remembered and to find a name in it, on one thread. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LookUpBenchmark {

	/** How many machines are remembered. */
	@Param({ "10", "1000", "40000" })
	public int machines;

	private Remembered remembered;
	private String name;

	/** Writes the file. */
	@Setup
	public void setUp() throws IOException {
		remembered = new Remembered(machines);
		name = remembered.someName();
	}

	/** Removes it. */
	@TearDown
	public void tearDown() throws IOException {
		remembered.close();
	}

	/** {@return what was found} Warmed up, as in a resident agent. */
	@Benchmark
	@BenchmarkMode(Mode.AverageTime)
	@Warmup(iterations = 3, time = 1)
	@Measurement(iterations = 5, time = 1)
	@Fork(2)
	public List<MappedPlug> openAndFind() {
		return remembered.find(name);
	}

	/** {@return what was found} Once in a new Java, which has written the file before and read none, as nearly as a one-shot agent can be had here. */
	@Benchmark
	@BenchmarkMode(Mode.SingleShotTime)
	@Warmup(iterations = 0)
	@Measurement(iterations = 1)
	@Fork(15)
	public List<MappedPlug> openAndFindOnce() {
		return remembered.find(name);
	}

	/** {@return what was found by reading the whole file} Warmed up. */
	@Benchmark
	@BenchmarkMode(Mode.AverageTime)
	@Warmup(iterations = 3, time = 1)
	@Measurement(iterations = 5, time = 1)
	@Fork(2)
	public MappedPlug readAllAndFind() {
		return remembered.findByReadingAll(name);
	}
}
