package org.palisade.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Counts the TCP connections of this machine to a server on it, by what Linux tells in {@code /proc/net} (proc(5)). */
public final class LocalConnections {

	/** The state of a connection whose client has not begun to close it. */
	private static final String ESTABLISHED = "01";
	private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

	private LocalConnections() {
	}

	/**
	 * {@return how many connections go to that port and are not being closed by their client; empty where the system does not tell}
	 *
	 * @param port of a server on this machine
	 */
	public static OptionalInt to(int port) throws IOException {
		String suffix = String.format(":%04X", port);
		int count = 0;
		boolean told = false;
		for (Path table : TABLES) {
			if (Files.isReadable(table)) {
				told = true;
				try (Stream<String> rows = Files.lines(table)) {
					count += (int) rows.skip(1).map(row -> row.strip().split("\\s+")).filter(row -> isOpenTo(suffix, row)).count();
				}
			}
		}
		return told ? OptionalInt.of(count) : OptionalInt.empty();
	}

	/** The columns are: number, local address, remote address, state. */
	private static boolean isOpenTo(String suffix, String[] row) {
		return row.length > 3 && row[2].endsWith(suffix) && row[3].equals(ESTABLISHED);
	}
}
