package org.palisade.simulator.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.palisade.simulator.CertificateKind;
import org.palisade.simulator.SimulatorOptions;

/** Reads the program's arguments. Used by one thread. */
final class CommandLine {

	private static final int LONGEST_LIFETIME_SECONDS = 1_000_000;
	private static final int LONGEST_MILLIS = 3_600_000;

	private final SimulatorOptions.Builder options = SimulatorOptions.builder();
	private Duration lifetime = Duration.ofHours(1);
	private boolean untilStdinCloses;
	private boolean helpWanted;
	private String username = SimulatorOptions.DEFAULT_USERNAME;
	private String password = SimulatorOptions.DEFAULT_PASSWORD;

	/**
	 * What the arguments ask for.
	 *
	 * @param options what to simulate
	 * @param lifetime how long
	 * @param untilStdinCloses whether the end of standard input ends it, too
	 * @param helpWanted whether only the help is wanted
	 */
	record Parsed(SimulatorOptions options, Duration lifetime, boolean untilStdinCloses, boolean helpWanted) {
	}

	private CommandLine() {
	}

	/** @throws IllegalArgumentException when an argument is wrong; the message names the option and says what would be right */
	static Parsed parse(List<String> arguments) {
		CommandLine line = new CommandLine();
		for (Iterator<String> rest = arguments.iterator(); rest.hasNext();) {
			String option = rest.next();
			if (!line.flag(option)) {
				line.value(option, rest);
			}
		}
		line.options.credentials(line.username, line.password);
		return new Parsed(line.options.build(), line.lifetime, line.untilStdinCloses, line.helpWanted);
	}

	private boolean flag(String option) {
		switch (option) {
		case "--help", "-h" -> helpWanted = true;
		case "--esx" -> options.standaloneHost(true);
		case "--plain-http" -> options.plainHttp(true);
		case "--until-stdin-closes" -> untilStdinCloses = true;
		default -> {
			return false;
		}
		}
		return true;
	}

	private void value(String option, Iterator<String> rest) {
		switch (option) {
		case "--listen" -> listen(next(option, rest));
		case "--control-port" -> options.controlPort(number(option, rest, 0, 65535));
		case "--certificate-file" -> options.certificateFile(path(option, next(option, rest)));
		case "--certificate" -> options.certificate(certificate(next(option, rest)));
		case "--wsdl-file" -> options.wsdlFile(path(option, next(option, rest)));
		case "--vms" -> options.virtualMachines(number(option, rest, 0, 1_000_000));
		case "--datacenters" -> options.datacenters(number(option, rest, 1, 100));
		case "--clusters" -> options.clusters(number(option, rest, 1, 100));
		case "--hosts" -> options.hosts(number(option, rest, 1, 1000));
		case "--duplicates" -> options.duplicates(number(option, rest, 0, 1_000_000));
		case "--seed" -> options.seed(number(option, rest, 0, Integer.MAX_VALUE));
		case "--api-version" -> options.apiVersion(next(option, rest));
		case "--username" -> username = next(option, rest);
		case "--password" -> password = next(option, rest);
		case "--task-duration" -> options.taskDuration(Duration.ofMillis(number(option, rest, 0, LONGEST_MILLIS)));
		case "--latency" -> options.latency(Duration.ofMillis(number(option, rest, 0, LONGEST_MILLIS)));
		case "--page-size" -> options.pageSize(number(option, rest, 1, Integer.MAX_VALUE));
		case "--lifetime" -> lifetime = Duration.ofSeconds(number(option, rest, 1, LONGEST_LIFETIME_SECONDS));
		default -> throw new IllegalArgumentException(NLS.bind(Messages.unknownOption, option));
		}
	}

	private static String next(String option, Iterator<String> rest) {
		if (!rest.hasNext()) {
			throw new IllegalArgumentException(NLS.bind(Messages.missingValue, option));
		}
		return rest.next();
	}

	private static int number(String option, Iterator<String> rest, int least, int most) {
		String text = next(option, rest);
		try {
			int number = Integer.parseInt(text);
			if (number >= least && number <= most) {
				return number;
			}
		} catch (NumberFormatException e) {
			throw new IllegalArgumentException(notANumber(option, text, least, most), e);
		}
		throw new IllegalArgumentException(notANumber(option, text, least, most));
	}

	private static String notANumber(String option, String text, int least, int most) {
		return NLS.bind(Messages.invalidNumber, new Object[] { option, text, Integer.toString(least), Integer.toString(most) });
	}

	private void listen(String text) {
		int colon = text.lastIndexOf(':');
		String port = text.substring(colon + 1);
		if (colon < 1 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
			throw new IllegalArgumentException(NLS.bind(Messages.malformedListen, text));
		}
		String host = text.substring(0, colon);
		options.listen(host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host, Integer.parseInt(port));
	}

	private static Path path(String option, String text) {
		try {
			return Path.of(text);
		} catch (InvalidPathException e) {
			throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
		}
	}

	private static CertificateKind certificate(String text) {
		return switch (text) {
		case "valid" -> CertificateKind.VALID;
		case "wrong-host" -> CertificateKind.WRONG_HOST;
		case "expired" -> CertificateKind.EXPIRED;
		default -> throw new IllegalArgumentException(NLS.bind(Messages.invalidCertificate, text));
		};
	}
}
