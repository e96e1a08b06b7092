package org.palisade.acceptance.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A command of a stand-in that waits for the test. Closing it ends it, and lets all later ones pass. */
public final class HeldCommand implements AutoCloseable {

	/** How long it waits when nobody lets it go on, so that none is left. */
	private static final Duration LONGEST = Duration.ofSeconds(60);

	private final Path script;
	private final Path held;
	private final Path released;

	private HeldCommand(Path script) {
		this.script = script;
		held = script.resolveSibling("held");
		released = script.resolveSibling("released");
	}

	/**
	 * {@return the command that will wait}
	 *
	 * @param script lines of a shell that the stand-in reads before it does anything, in a folder of the stand-in
	 * @param first the first of these lines
	 * @param counting what prints how many commands there were, the one that asks included
	 * @param nth the number of the one that waits
	 */
	static HeldCommand by(Path script, String first, String counting, int nth) throws IOException {
		HeldCommand command = new HeldCommand(script);
		Files.writeString(script, """
				%s
				if [ "$(%s)" -eq %d ]; then
					echo $$ > '%4$s.new' && mv '%4$s.new' '%4$s'
					turns=0
					until [ -e '%5$s' ]; do
						turns=$((turns + 1))
						[ $turns -lt %6$d ] || exit 1
						sleep 0.1
					done
				fi
				""".formatted(first, counting, nth, command.held, command.released, LONGEST.toMillis() / 100));
		return command;
	}

	/** {@return its process, while there is one} */
	public Optional<ProcessHandle> process() {
		try {
			return Files.exists(held) ? ProcessHandle.of(Long.parseLong(Files.readString(held).strip())) : Optional.empty();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Lets it go on. */
	public void release() throws IOException {
		Files.createFile(released);
	}

	@Override
	public void close() throws IOException {
		process().ifPresent(ProcessHandle::destroyForcibly);
		for (Path file : List.of(script, held, released)) {
			Files.deleteIfExists(file);
		}
	}
}
