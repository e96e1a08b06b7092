package org.example.fence.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.api.time.Deadline;

/** A session: there is nobody to log in to, so it holds a folder and the caller's wish to go on. */
final class ProcessSession implements FenceSession {

	private final Path folder;
	private final Watch watch;

	ProcessSession(Path folder, Watch watch) {
		this.folder = folder;
		this.watch = watch;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		watch.check(deadline);
		// The name of a file and not a path: what is outside of the folder is none of our plugs.
		if (selector.text().contains("/")) {
			return List.of();
		}
		try {
			Program program = new Program(folder.resolve(selector.text()));
			return program.exists() ? List.of(program.plug()) : List.of();
		} catch (InvalidPathException e) {
			return List.of();
		} catch (IOException e) {
			throw unreadable(e);
		}
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		watch.check(deadline);
		try {
			return new PlugState(plug, power(require(plug)), Optional.empty());
		} catch (IOException e) {
			throw unreadable(e);
		}
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		watch.check(deadline);
		try {
			Program program = require(plug);
			return switch (operation) {
				case ON -> start(program);
				case OFF -> kill(program, deadline);
				case CYCLE -> throw new IllegalArgumentException("not among the operations of this back end");
			};
		} catch (IOException e) {
			throw unreadable(e);
		}
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		watch.check(deadline);
		if (!Files.isWritable(folder)) {
			throw new FenceException(Kind.PRIVILEGE, "the folder " + folder + " cannot be written, so nothing can be powered on",
					"Run the agent as a user who may write it");
		}
		if (plug.isPresent()) {
			read(plug.get(), deadline);
		}
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		watch.check(deadline);
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
			for (Path file : files) {
				watch.check(deadline);
				Program program = new Program(file);
				if (program.exists()) {
					consumer.accept(new ListedPlug(file.getFileName().toString(), "", withPower ? power(program) : PowerState.UNKNOWN));
				}
			}
		} catch (IOException e) {
			throw unreadable(e);
		}
	}

	@Override
	public void close(Deadline deadline) {
		watch.close();
	}

	private static PowerChange start(Program program) throws IOException {
		if (program.running().isEmpty()) {
			try {
				program.start();
			} catch (IOException e) {
				return failed("cannot be started: " + e.getMessage());
			}
		}
		return program.running().isPresent() ? new PowerChange.Seen() : failed("ended at once");
	}

	private PowerChange kill(Program program, Deadline deadline) throws IOException, FenceException {
		Optional<ProcessIdentity> running = program.running();
		if (running.isPresent() && !running.get().kill()) {
			return failed("the process " + running.get().pid() + " cannot be killed: run the agent as its owner");
		}
		while (program.running().isPresent()) {
			watch.pause(deadline);
		}
		return new PowerChange.Seen();
	}

	private static PowerState power(Program program) throws IOException {
		return program.running().isPresent() ? PowerState.ON : PowerState.OFF;
	}

	/** {@return the program of that name if it is still the one that was found} */
	private Program require(Plug plug) throws FenceException, IOException {
		Program program = new Program(folder.resolve(plug.id()));
		try {
			if (program.exists() && program.plug().hasIdentityOf(plug)) {
				return program;
			}
		} catch (NoSuchFileException e) {
			throw new FenceException(Kind.NOT_FOUND, plug.path() + " was removed a moment ago", "");
		}
		throw new FenceException(Kind.NOT_FOUND, plug.path() + " is gone or is another file now", "List what there is");
	}

	private static PowerChange failed(String message) {
		return new PowerChange.Failed(new FenceProblem(Kind.TASK, message, ""));
	}

	private static FenceException unreadable(IOException e) {
		return new FenceException(new FenceProblem(Kind.PROTOCOL, "cannot read the state of a process: " + e.getMessage(), ""), e);
	}
}
