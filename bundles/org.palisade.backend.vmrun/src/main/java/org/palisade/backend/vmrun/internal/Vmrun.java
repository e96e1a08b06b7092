package org.palisade.backend.vmrun.internal;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.SessionContext;
import org.palisade.api.time.Deadline;
import org.palisade.backend.vmrun.internal.process.NativeText;
import org.palisade.backend.vmrun.internal.process.Outcome;
import org.palisade.backend.vmrun.internal.process.ProcessRunner;

/** The commands of {@code vmrun} that fencing needs. Each one is a process that logs in, does its work and ends. */
final class Vmrun {

	/** More than a listing of 40,000 machines with long paths. */
	private static final int OUTPUT_LIMIT = 16 * 1024 * 1024;
	private static final int LOWEST_MAJOR_VERSION = 2;
	private static final Pattern BANNER = Pattern.compile("vmrun version ((\\d{1,4})[.\\d]*)", Pattern.CASE_INSENSITIVE);

	private final ProcessRunner processes = new ProcessRunner(OUTPUT_LIMIT);
	private final Login login;
	private final SessionContext context;
	private final Duration listingLimit;

	/**
	 * @param login what stands on each command line
	 * @param context cancellation and diagnostics
	 * @param listingLimit how long a command that only asks may take, log-in included
	 */
	Vmrun(Login login, SessionContext context, Duration listingLimit) {
		this.login = login;
		this.context = context;
		this.listingLimit = listingLimit;
	}

	/**
	 * Checks that the executable is a vmrun of version 2.0.0 or newer, by the banner above the usage text. Contacts no server.
	 *
	 * @throws FenceException of kind {@link FenceProblem.Kind#OPTION} when it is something else
	 */
	void requireSupportedVersion(Deadline deadline) throws FenceException {
		// The exit code tells nothing: printing the usage is a failure in vmrun's eyes.
		Outcome.Exited exited = exited(processes.run(login.usageCommand(), deadline.within(listingLimit), context.cancellation()), "");
		Matcher banner = BANNER.matcher(exited.output() + "\n" + exited.errorOutput());
		if (!banner.find()) {
			throw new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.notVmrun, login.executable()), Messages.execAdvice);
		}
		context.diagnostics().detail(banner.group());
		if (Integer.parseInt(banner.group(2)) < LOWEST_MAJOR_VERSION) {
			throw new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.versionTooOld, login.executable(), banner.group(1)),
					Messages.versionAdvice);
		}
	}

	/** {@return the paths of the running machines} */
	List<String> running(Deadline deadline) throws FenceException {
		return list("list", "Total running VMs:", deadline);
	}

	/** {@return the paths of the registered machines, running or not} VMware Server 1 does not know this command. */
	List<String> registered(Deadline deadline) throws FenceException {
		return list("listRegisteredVM", "Total registered VMs:", deadline);
	}

	/** Powers a machine on. Returns when vmrun says that it did. */
	void start(String path, Deadline deadline) throws FenceException {
		changePower(List.of("start", path), path, deadline);
	}

	/** Powers a machine off without asking its guest. Returns when vmrun says that it did. */
	void stopHard(String path, Deadline deadline) throws FenceException {
		changePower(List.of("stop", path, "hard"), path, deadline);
	}

	private List<String> list(String command, String heading, Deadline deadline) throws FenceException {
		Outcome.Exited exited = run(List.of(command), deadline.within(listingLimit));
		if (Failure.isFailure(exited)) {
			throw new Failure(login, command, exited).of(FenceProblem.Kind.PROTOCOL);
		}
		List<String> paths = Listing.parse(heading, exited.output()).orElseThrow(() -> new FenceException(FenceProblem.Kind.PROTOCOL,
				NLS.bind(Messages.listingIncomplete, command), NLS.bind(Messages.listingAdvice, command)));
		context.diagnostics().detail(NLS.bind(Messages.listed, command, paths.size()));
		return paths;
	}

	private void changePower(List<String> words, String path, Deadline deadline) throws FenceException {
		if (!NativeText.isPassable(path)) {
			throw new FenceException(FenceProblem.Kind.REFUSED, NLS.bind(Messages.pathNotPassable, path), Messages.encodingAdvice);
		}
		Outcome.Exited exited = run(words, deadline);
		if (Failure.isFailure(exited)) {
			throw new Failure(login, words.get(0), exited).about(path).of(FenceProblem.Kind.TASK);
		}
	}

	private Outcome.Exited run(List<String> words, Deadline deadline) throws FenceException {
		context.diagnostics().detail(login.withoutPassword(login.shown(words)));
		return exited(processes.run(login.command(words), deadline, context.cancellation()), words.get(0));
	}

	private Outcome.Exited exited(Outcome outcome, String command) throws FenceException {
		if (outcome instanceof Outcome.Exited exited) {
			return exited;
		}
		throw new FenceException(problem(outcome, command));
	}

	private FenceProblem problem(Outcome outcome, String command) {
		if (outcome instanceof Outcome.Expired) {
			return new FenceProblem(FenceProblem.Kind.TIMEOUT, NLS.bind(Messages.timedOut, command, login.address()), Messages.timedOutAdvice);
		}
		if (outcome instanceof Outcome.Cancelled) {
			return new FenceProblem(FenceProblem.Kind.CANCELLED, NLS.bind(Messages.cancelled, command), "");
		}
		if (outcome instanceof Outcome.Broken broken) {
			return new FenceProblem(FenceProblem.Kind.OPTION,
					NLS.bind(Messages.notStarted, login.executable(), login.withoutPassword(broken.reason())), Messages.execAdvice);
		}
		return new FenceProblem(FenceProblem.Kind.PROTOCOL, NLS.bind(Messages.tooMuchOutput, command),
				NLS.bind(Messages.listingAdvice, command));
	}
}
