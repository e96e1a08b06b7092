package org.palisade.backend.vmrun.internal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Deadline;
import org.palisade.backend.vmrun.internal.process.NativeText;

/** What the back ends for both kinds of servers have in common: their options, and how a session is opened. */
abstract class VmrunBackEnd implements FenceBackEnd {

	private static final String DEFAULT_EXECUTABLE = "/usr/bin/vmrun";
	private static final List<String> TEXTS_OF_VERIFICATION = List.of(StandardOptions.SSL_CA_FILE, StandardOptions.SSL_FINGERPRINT);

	private final ServerType serverType;

	VmrunBackEnd(ServerType serverType) {
		this.serverType = serverType;
	}

	/** {@return the session of this kind of server} */
	abstract FenceSession session(Vmrun vmrun, SessionContext context);

	@Override
	public final List<OptionDeclaration> options() {
		return List.of();
	}

	@Override
	public final Set<String> requiredOptions() {
		return Set.of(StandardOptions.IP, StandardOptions.USERNAME, StandardOptions.PASSWORD);
	}

	@Override
	public final void validate(OptionValues options) throws FenceException {
		ServerAddress.of(options);
		requirePassable(StandardOptions.USERNAME, options.requiredText(StandardOptions.USERNAME));
		requirePassable(StandardOptions.PASSWORD, options.secret(StandardOptions.PASSWORD).map(Secret::reveal).orElse(""));
		refuseVerification(options);
		requireExecutable(executable(options));
	}

	@Override
	public final FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		context.diagnostics().warning(Messages.passwordVisible);
		if (options.flag(StandardOptions.INET4_ONLY) || options.flag(StandardOptions.INET6_ONLY)) {
			context.diagnostics().warning(Messages.addressFamilyIgnored);
		}
		Login login = new Login(executable(options), ServerAddress.of(options), serverType,
				options.requiredText(StandardOptions.USERNAME), options.secret(StandardOptions.PASSWORD).orElse(Secret.of("")));
		// A command is log-in and answer in one, so it gets the time of both.
		Vmrun vmrun = new Vmrun(login, context, context.answerLimit().plus(deadline.remaining()));
		vmrun.requireSupportedVersion(deadline);
		return session(vmrun, context);
	}

	private static String executable(OptionValues options) {
		return options.text(StandardOptions.EXEC).orElse(DEFAULT_EXECUTABLE);
	}

	private static void requireExecutable(String text) throws FenceException {
		Path path;
		try {
			path = Path.of(text);
		} catch (InvalidPathException e) {
			throw execProblem(Messages.execNotAbsolute, text);
		}
		if (!path.isAbsolute()) {
			throw execProblem(Messages.execNotAbsolute, text);
		}
		if (!Files.exists(path)) {
			throw execProblem(Messages.execMissing, text);
		}
		if (!Files.isRegularFile(path) || !Files.isExecutable(path)) {
			throw execProblem(Messages.execNotExecutable, text);
		}
	}

	private static FenceException execProblem(String message, String path) {
		return new FenceException(FenceProblem.Kind.OPTION, NLS.bind(message, path), Messages.execAdvice);
	}

	private static void requirePassable(String option, String value) throws FenceException {
		if (!NativeText.isPassable(value)) {
			throw new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.optionNotPassable, option), Messages.encodingAdvice);
		}
	}

	/** Who asks for verification must not be left to believe that it takes place. */
	private static void refuseVerification(OptionValues options) throws FenceException {
		if (options.isGiven(StandardOptions.SSL_SECURE) && options.flag(StandardOptions.SSL_SECURE)) {
			throw verificationRefused(StandardOptions.SSL_SECURE);
		}
		for (String option : TEXTS_OF_VERIFICATION) {
			if (options.isGiven(option)) {
				throw verificationRefused(option);
			}
		}
	}

	private static FenceException verificationRefused(String option) {
		return new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.noVerification, option), Messages.noVerificationAdvice);
	}
}
