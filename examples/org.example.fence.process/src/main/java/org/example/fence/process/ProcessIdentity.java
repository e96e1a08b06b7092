package org.example.fence.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What makes a process the one that it is: Linux gives its number to another process some day, so the time of its start, in clock ticks since the
 * boot, and the boot belong to it.
 *
 * @param boot the identity of the boot
 * @param pid the process's number
 * @param start when it was started
 */
record ProcessIdentity(String boot, long pid, String start) {

	private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
	/** Indexes of fields of /proc/PID/stat behind the command, see proc(5). */
	private static final int STATE = 0;
	private static final int START = 19;

	/** {@return the process that has this number now, empty when it has ended} A zombie has ended: it runs nothing and holds nothing. */
	static Optional<ProcessIdentity> of(long pid) throws IOException {
		String stat;
		try {
			stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
		} catch (NoSuchFileException e) {
			return Optional.empty();
		} catch (IOException e) {
			if (ProcessHandle.of(pid).isEmpty()) {
				// It ended while it was read.
				return Optional.empty();
			}
			throw e;
		}
		// The command stands in parentheses and may hold some itself.
		String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
		boolean ended = fields[STATE].equals("Z") || fields[STATE].equals("X");
		return ended ? Optional.empty() : Optional.of(new ProcessIdentity(Files.readString(BOOT).strip(), pid, fields[START]));
	}

	/** {@return the process that {@link #toString()} has described} */
	static ProcessIdentity parse(String text) throws IOException {
		String[] words = text.strip().split(" ");
		if (words.length != 3 || !words[1].matches("[0-9]{1,18}")) {
			throw new IOException("holds no process");
		}
		return new ProcessIdentity(words[0], Long.parseLong(words[1]), words[2]);
	}

	boolean isRunning() throws IOException {
		return of(pid).filter(this::equals).isPresent();
	}

	/**
	 * Sends SIGKILL if it is still this process. The handle is taken first: Java kills by a handle only the process that it was made for, so
	 * the number cannot change hands after the comparison.
	 *
	 * @return whether the signal could be sent or was not needed any more
	 */
	boolean kill() throws IOException {
		Optional<ProcessHandle> handle = ProcessHandle.of(pid);
		return handle.isEmpty() || !isRunning() || handle.get().destroyForcibly() || !isRunning();
	}

	@Override
	public String toString() {
		return boot + " " + pid + " " + start;
	}
}
