package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.ProcessWatch;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Relay;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.ResidentAgent;
import org.palisade.acceptance.support.ServerCertificate;
import org.palisade.acceptance.support.VcenterSimulator;
import org.palisade.acceptance.support.VmrunStandIn;

/**
 * Passwords and the keys of sessions, looked for after every action of every back end with everything told and kept that can be: in what was
 * printed, in every file, in the arguments and environment of every process, and in the memory of an idle resident; of one that keeps sessions their keys
 * are the purpose. What the keys are is overheard between the agent and its server.
 */
@Needs({ RealPart.RESIDENT_CLIENT, RealPart.JCMD })
class CanaryTest {

	private static final String NAME = "node00002";
	private static final String WRONG = "c4nary-wr0ng";
	private static final Duration BOUND = Duration.ofSeconds(60);
	private static final List<String> ACTIONS = List.of("status", "off", "on", "reboot", "monitor", "list", "list-status", "validate-all", "metadata",
			"nonsense");
	private static final Pattern KEY = Pattern.compile("(?:vmware_soap_session=\"?|vmware-api-session-id: )([^\"\\s;]+)");

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcenterSimulator vcenter;
	private static Relay relay;
	private static VmrunStandIn vmrun;
	private static Path files;
	private static Path pin;
	private static final List<Outcome> OUTCOMES = new ArrayList<>();

	@BeforeAll
	static void start() throws IOException, GeneralSecurityException {
		agent = InstalledAgent.copyInto(temporary).withPatientClient();
		vcenter = VcenterSimulator.start(agent, "--vms", "40");
		ServerCertificate certificate = ServerCertificate.create(Files.createDirectory(temporary.resolve("certificate")), "ip:127.0.0.1");
		pin = certificate.certificateFile();
		relay = Relay.start(vcenter, certificate);
		vmrun = VmrunStandIn.in(Files.createDirectory(temporary.resolve("vmrun")));
		files = Files.createDirectory(temporary.resolve("written"));
	}

	@AfterAll
	static void stop() {
		if (relay != null) {
			relay.close();
		}
		if (vcenter != null) {
			vcenter.close();
		}
	}

	/** Everything that can be told and kept. */
	private static Request talkative(Request request) {
		return request.with("verbose", "1").with("verbose_level", "9").with("debug_file", files.resolve("debug")).with("audit_file",
				files.resolve("audit"));
	}

	private static Request request(String type) {
		return talkative(Request.to(relay).without("ssl_insecure").with("ssl_ca_file", pin).with("vmware_type", type).plug(NAME).with("lookup_cache",
				files.resolve("cache")));
	}

	@Test
	void noSecretIsFoundAnywhere() throws IOException {
		try (ProcessWatch watch = ProcessWatch.start(vcenter.pid());
				ResidentAgent forgetful = ResidentAgent.start(agent, temporary.resolve("run").resolve("agent.sock"));
				ResidentAgent keeping = ResidentAgent.start(agent, temporary.resolve("keep").resolve("agent.sock"), "--keep-sessions")) {
			for (String type : List.of("esx", "rest")) {
				everyAction(type, forgetful, keeping);
				everythingThatGoesWrong(type);
			}
			everyActionOfVmrun();
			Set<String> keys = keys();
			assertTrue(keys.size() > 20, "too few sessions were overheard");
			Set<String> secrets = secrets(keys);

			OUTCOMES.forEach(outcome -> nothingIn(secrets, "what was printed", outcome.out() + outcome.err()));
			nothingIn(secrets, "a process", watch.seen());
			assertTrue(watch.count() > 20, "too few processes were seen");
			nothingInFiles(secrets);
			nothingIn(secrets, "the memory of the idle resident", heapOf(forgetful));
			assertTrue(vcenter.truth("sessionsOpen") > 0, "no session is kept");
			nothingIn(passwords(), "the memory of the idle resident that keeps sessions", heapOf(keeping));
		}
	}

	private static void everyAction(String type, ResidentAgent forgetful, ResidentAgent keeping) throws IOException {
		Path script = passwordScript();
		for (String action : ACTIONS) {
			Request request = request(type).action(action);
			List<Outcome> same = List.of(agent.run(request), agent.run(request.without("password").with("password_script", script)),
					forgetful.run(request), keeping.run(request));
			same.forEach(outcome -> assertEquals(action.equals("nonsense"), outcome.exit() == 1, outcome::all));
			OUTCOMES.addAll(same);
		}
	}

	/** The script tells what it was given by the agent, and what it sees of it. */
	private static Path passwordScript() throws IOException {
		Path script = files.resolve("password");
		Files.writeString(script, "#!/bin/sh\n{ tr '\\0' '\\n' < /proc/$PPID/cmdline; tr '\\0' '\\n' < /proc/$PPID/environ; env; echo \"$@\"; } >> '"
				+ files.resolve("seen-by-script") + "'\ncat '" + secretFile() + "'\n");
		Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
		return script;
	}

	/** Beside the files that are searched. */
	private static Path secretFile() throws IOException {
		return Files.writeString(temporary.resolve("secret"), vcenter.password());
	}

	private static void everythingThatGoesWrong(String type) {
		Request off = request(type).action("off");
		OUTCOMES.add(agent.run(off.with("password", WRONG)));
		OUTCOMES.add(agent.run(off.with("plug", "nobody")));
		OUTCOMES.add(agent.run(off.with("ssl_fingerprint", "00".repeat(32))));
		OUTCOMES.add(agent.run(off.with("pasword", WRONG)));
		OUTCOMES.add(agent.runWithArguments(off.without("password").with("password_script", "/nonexistent")));
		for (String kind : List.of("garbage", "half", "malformed", "httpStatus", "drop")) {
			vcenter.post("/fault", "method", type.equals("esx") ? "RetrievePropertiesEx" : "api:vm.list", "kind", kind, "nth", "1");
			OUTCOMES.add(agent.run(off));
			vcenter.withdrawOrders();
		}
	}

	/** vmrun takes the password as an argument and in no other way; that is the exception that docs/backends/vmrun.md tells of. */
	private static void everyActionOfVmrun() {
		for (String type : List.of("server1", "server2")) {
			for (String action : ACTIONS) {
				OUTCOMES.add(agent.run(talkative(vmrun.request().with("vmware_type", type).action(action))));
			}
		}
	}

	private static Set<String> keys() {
		Set<String> keys = new TreeSet<>();
		Matcher matcher = KEY.matcher(relay.overheard());
		while (matcher.find()) {
			keys.add(matcher.group(1));
		}
		return keys;
	}

	private static Set<String> secrets(Set<String> keys) {
		Set<String> secrets = passwords();
		secrets.addAll(keys);
		return secrets;
	}

	private static Set<String> passwords() {
		Set<String> secrets = new TreeSet<>();
		for (String password : List.of(vcenter.password(), WRONG, vmrun.password())) {
			secrets.add(password);
			secrets.add(Base64.getEncoder().encodeToString((vcenter.username() + ":" + password).getBytes(StandardCharsets.UTF_8)));
		}
		// Told to the server, or else it would not be known here that this is how a secret looks.
		assertTrue(relay.overheard().contains(vcenter.password()));
		return secrets;
	}

	private static void nothingIn(Set<String> secrets, String where, String text) {
		for (String secret : secrets) {
			int place = text.indexOf(secret);
			assertTrue(place < 0, () -> "a secret of " + secret.length() + " characters in " + where + ", after \""
					+ text.substring(Math.max(0, place - 60), place).replaceAll("[^ -~]", "?") + "\"");
		}
	}

	private static void nothingInFiles(Set<String> secrets) throws IOException {
		List<Path> written = written();
		assertTrue(written.stream().anyMatch(file -> file.toString().endsWith(".map")), written::toString);
		for (Path file : written) {
			nothingIn(secrets, file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
			if (!file.startsWith(agent.folder()) && !file.getFileName().toString().startsWith("seen-by")) {
				Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
				assertFalse(permissions.contains(PosixFilePermission.OTHERS_READ) || permissions.contains(PosixFilePermission.GROUP_READ),
						file::toString);
			}
		}
	}

	private static List<Path> written() throws IOException {
		List<Path> found = new ArrayList<>();
		for (Path folder : List.of(files, agent.folder())) {
			try (Stream<Path> tree = Files.walk(folder)) {
				tree.filter(Files::isRegularFile).forEach(found::add);
			}
		}
		return found;
	}

	/** The objects that are alive; each text is there byte for byte. */
	private static String heapOf(ResidentAgent resident) throws IOException {
		Path dump = temporary.resolve("heap-" + resident.process().pid());
		RealPart.jcmd(Long.toString(resident.process().pid()), "GC.heap_dump " + dump).run(BOUND).require();
		try {
			return Files.readString(dump, StandardCharsets.ISO_8859_1);
		} finally {
			Files.delete(dump);
		}
	}
}
