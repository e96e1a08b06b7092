package org.example.fence.process;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.osgi.service.component.annotations.Component;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Deadline;

/**
 * Fences processes. A plug is an executable file in a folder; powering it on runs it, powering it off kills it. Registered as a service by the
 * annotation, which is all that the agent needs to find it.
 */
@Component
public final class ProcessBackEnd implements FenceBackEnd {

	static final String FOLDER = "process_folder";

	@Override
	public String type() {
		return "process";
	}

	@Override
	public String summary() {
		return "Processes of this machine, started from the executable files of a folder";
	}

	@Override
	public List<OptionDeclaration> options() {
		return List.of(OptionDeclaration.of(FOLDER, OptionType.STRING, "Folder of the executable files"));
	}

	@Override
	public Set<String> requiredOptions() {
		return Set.of(FOLDER);
	}

	@Override
	public void validate(OptionValues options) throws FenceException {
		folder(options);
	}

	@Override
	public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		Watch watch = new Watch(context.cancellation());
		watch.check(deadline);
		return new ProcessSession(folder(options), watch);
	}

	private static Path folder(OptionValues options) throws FenceException {
		try {
			Path folder = Path.of(options.requiredText(FOLDER));
			if (Files.isDirectory(folder)) {
				return folder;
			}
		} catch (InvalidPathException e) {
			throw new FenceException(Kind.OPTION, FOLDER + " is no path", "Name an existing folder");
		}
		throw new FenceException(Kind.OPTION, FOLDER + " is no folder", "Name an existing folder");
	}
}
