package org.palisade.acceptance.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Java process holds. To be asked for by tests that need {@link RealPart#JCMD}.
 *
 * @param heapKilobytes the objects that something still refers to
 * @param threads all of them, those of the JVM too
 * @param descriptors open files, connections included
 * @param sockets open connections and what listens
 */
public record Holdings(long heapKilobytes, long threads, long descriptors, long sockets) {

	/**
	 * For a process with the serial collector: three of four collections leave dead objects at the begin of the old generation, and the histogram counts
	 * them, as arrays of int.
	 */
	public static final String COLLECTED_WHOLE = "-XX:MarkSweepAlwaysCompactCount=1";

	private static final Pattern TOTAL = Pattern.compile("^Total +\\d+ +(\\d+)", Pattern.MULTILINE);

	/** {@return what the process holds} */
	public static Holdings of(long process) {
		String pid = Long.toString(process);
		// It collects the garbage and counts in one stop of the process, so nothing that is thrown away a moment later gets between the two.
		String histogram = RealPart.jcmd(pid, "GC.class_histogram").run().require();
		Matcher total = TOTAL.matcher(histogram);
		if (!total.find()) {
			throw new IllegalStateException("a histogram without its total: " + histogram);
		}
		long kilobytes = Long.parseLong(total.group(1)) / 1024;
		List<Path> descriptors = entries(Path.of("/proc", pid, "fd"));
		return new Holdings(kilobytes, entries(Path.of("/proc", pid, "task")).size(), descriptors.size(),
				descriptors.stream().filter(Holdings::isSocket).count());
	}

	private static List<Path> entries(Path folder) {
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static boolean isSocket(Path descriptor) {
		try {
			return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
		} catch (IOException closedMeanwhile) {
			return false;
		}
	}
}
