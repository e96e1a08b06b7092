package org.palisade.vsphere.internal;

import java.util.concurrent.TimeUnit;

import com.vmware.vim25.RetrieveResult;

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
import org.openjdk.jmh.annotations.Warmup;

/** How long the decoders take for an answer about many machines, each on one thread, warmed up. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(value = 2, jvmArgs = { "-Xmx512m", "-XX:+UseSerialGC" })
public class DecoderBenchmark {

	/** How many machines the answer is about. */
	@Param({ "1000", "10000" })
	public int machines;

	private Decoders decoders;

	/** Makes the answer. */
	@Setup
	public void setUp() {
		decoders = new Decoders(machines);
	}

	/** {@return the answer, read by ours} */
	@Benchmark
	public RetrieveResult ours() {
		return decoders.ours();
	}

	/** {@return the answer, read by yavijava's} */
	@Benchmark
	public RetrieveResult yavijavas() {
		return decoders.theirs();
	}
}
