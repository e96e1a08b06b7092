package org.palisade.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Operations in the order in which they were carried out, kept in a file in the form of the agent's audit trail. Thread-safe.
 */
public final class OperationHistory {

	/** Is told of each new entry, by the thread that added it. */
	@FunctionalInterface
	public interface Listener {
		/** There is one more. */
		void added(HistoryEntry entry);
	}

	private final Path file;
	private final List<HistoryEntry> entries;
	private final List<Listener> listeners = new CopyOnWriteArrayList<>();

	/**
	 * @param file where it is kept; need not exist
	 * @throws IOException when it exists and cannot be read
	 */
	public OperationHistory(Path file) throws IOException {
		this(file, Files.exists(file) ? read(file) : List.of());
	}

	private OperationHistory(Path file, List<HistoryEntry> entries) {
		this.file = file;
		this.entries = new ArrayList<>(entries);
	}

	/** {@return a history that knows nothing of what is in its file, to which it appends} */
	public static OperationHistory startedAnew(Path file) {
		return new OperationHistory(file, List.of());
	}

	/**
	 * {@return the entries of an audit file, the oldest first} Lines that are none are left out.
	 *
	 * @throws IOException when it cannot be read
	 */
	public static List<HistoryEntry> read(Path file) throws IOException {
		List<HistoryEntry> read = new ArrayList<>();
		// A file of logs may hold anything, and one wrong byte must not hide the rest.
		var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				HistoryEntry.parse(line).ifPresent(read::add);
			}
		}
		return read;
	}

	/** {@return what was carried out so far, the oldest first} */
	public List<HistoryEntry> entries() {
		synchronized (entries) {
			return List.copyOf(entries);
		}
	}

	/**
	 * Adds what came of an operation.
	 *
	 * @throws IOException when it cannot be written; it is among the entries nevertheless
	 */
	public void add(HistoryEntry entry) throws IOException {
		synchronized (entries) {
			entries.add(entry);
		}
		listeners.forEach(listener -> listener.added(entry));
		Files.createDirectories(file.toAbsolutePath().getParent());
		Files.writeString(file, entry.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	/** Adds a listener. */
	public void addListener(Listener listener) {
		listeners.add(listener);
	}

	/** Takes a listener away. */
	public void removeListener(Listener listener) {
		listeners.remove(listener);
	}
}
