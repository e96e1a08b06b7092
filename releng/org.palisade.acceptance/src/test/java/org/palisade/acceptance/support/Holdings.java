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
 * @param heapKilobytes what a garbage collection leaves
 * @param threads all of them, those of the JVM too
 * @param descriptors open files, connections included
 * @param sockets open connections and what listens
 */
public record Holdings(long heapKilobytes, long threads, long descriptors, long sockets) {

	private static final Pattern USED = Pattern.compile("used (\\d+)K");

	/** {@return what the process holds after a garbage collection} */
	public static Holdings of(long process) {
		String pid = Long.toString(process);
		RealPart.jcmd(pid, "GC.run").run().require();
		Matcher used = USED.matcher(RealPart.jcmd(pid, "GC.heap_info").run().require());
		long kilobytes = 0;
		while (used.find()) {
			kilobytes += Long.parseLong(used.group(1));
		}
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
