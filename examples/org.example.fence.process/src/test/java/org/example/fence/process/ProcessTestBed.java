package org.example.fence.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import org.palisade.api.PowerState;
import org.palisade.tck.Incident;
import org.palisade.tck.TestBed;

/**
 * A folder with a program that does nothing for some minutes. Whether it runs is known without the back end: it is a child of this process that
 * works in that folder.
 */
final class ProcessTestBed implements TestBed {

	private static final String PLUG = "node1";

	private final Path folder;

	ProcessTestBed(Path parent) throws IOException {
		folder = Files.createTempDirectory(parent, "bed").toRealPath();
		write(PLUG);
		power(PowerState.ON);
	}

	private Path write(String name) throws IOException {
		Path program = folder.resolve(name);
		Files.writeString(program, "#!/bin/sh\nexec sleep 300\n");
		return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
	}

	@Override
	public Map<String, Object> options() {
		return Map.of(ProcessBackEnd.FOLDER, folder.toString());
	}

	@Override
	public String plug() {
		return PLUG;
	}

	@Override
	public String missingPlug() {
		return "../" + folder.getFileName() + "/" + PLUG;
	}

	@Override
	public Map<String, Object> malformedOptions() {
		return Map.of(ProcessBackEnd.FOLDER, folder.resolve("nowhere").toString());
	}

	@Override
	public PowerState power() {
		return processes().isEmpty() ? PowerState.OFF : PowerState.ON;
	}

	@Override
	public void power(PowerState state) throws IOException {
		if (state == PowerState.OFF) {
			kill();
		} else if (processes().isEmpty()) {
			new Program(folder.resolve(PLUG)).start();
		}
	}

	@Override
	public boolean impose(Incident incident) throws IOException {
		switch (incident) {
			case REMOVAL -> Files.delete(folder.resolve(PLUG));
			case REPLACEMENT -> {
				kill();
				// While the old file exists, so that the new one has an inode of its own.
				Files.move(write("newcomer"), folder.resolve(PLUG), StandardCopyOption.REPLACE_EXISTING);
				power(PowerState.ON);
			}
			default -> {
				return false;
			}
		}
		return true;
	}

	@Override
	public void close() {
		kill();
	}

	private void kill() {
		for (ProcessHandle process : processes()) {
			process.destroyForcibly();
			process.onExit().join();
		}
	}

	private List<ProcessHandle> processes() {
		return ProcessHandle.current().children().filter(this::worksHere).toList();
	}

	private boolean worksHere(ProcessHandle process) {
		try {
			return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")).equals(folder);
		} catch (IOException e) {
			// It has ended.
			return false;
		}
	}
}
