package org.palisade.backend.vmrun.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.palisade.api.FenceProblem;
import org.palisade.api.option.Secret;
import org.palisade.backend.vmrun.internal.process.Outcome;
import org.palisade.fuzz.Property;

/** What {@code vmrun} prints: a listing is complete or none, a failure can be shown, and a path is what was listed. */
public final class VmrunTarget {

	private static final String PASSWORD = "kX9-canary-77";
	private static final String HEADING = "Total running VMs:";
	private static final Login LOGIN = new Login("/usr/bin/vmrun", new ServerAddress("server", OptionalInt.empty()), ServerType.SERVER2, "root",
			Secret.of(PASSWORD));

	private VmrunTarget() {
	}

	/** Called by Jazzer. */
	public static void fuzzerTestOneInput(byte[] input) {
		String output = new String(input, StandardCharsets.UTF_8);
		Listing.parse(HEADING, output).ifPresent(VmrunTarget::requireSound);
		int middle = output.indexOf('\0');
		Outcome.Exited exited = new Outcome.Exited(0, output.substring(0, Math.max(middle, 0)), output.substring(middle + 1));
		boolean error = output.lines().anyMatch(line -> line.startsWith("Error: "));
		Property.require(!error || middle >= 0 || Failure.isFailure(exited), "an error is a failure");
		FenceProblem problem = new Failure(LOGIN, "stop", exited).about("/vm/a.vmx").of(FenceProblem.Kind.TASK).problem();
		Property.require(!problem.message().contains(PASSWORD) && problem.message().chars().noneMatch(Character::isISOControl), "a problem can be shown");
	}

	private static void requireSound(List<String> paths) {
		String written = HEADING + " " + paths.size() + "\n" + String.join("\n", paths);
		Property.requireEqual(Optional.of(paths), Listing.parse(HEADING, written), "what was written is read");
		if (!paths.isEmpty()) {
			String cut = HEADING + " " + paths.size() + "\n" + String.join("\n", paths.subList(1, paths.size()));
			Property.requireEqual(Optional.empty(), Listing.parse(HEADING, cut), "a listing that was cut off is none");
		}
		for (String path : paths) {
			Property.require(path.contains(VmxPath.shortName(path)) && VmxPath.isSameFile(path, path), "a path is itself");
			Property.require(!VmxPath.isTemplate(path) || !VmxPath.isAbsoluteFile(path), "a template is no machine");
		}
	}
}
