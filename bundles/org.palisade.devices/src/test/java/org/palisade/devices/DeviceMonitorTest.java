package org.palisade.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceProblem;
import org.palisade.api.Plug;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.connections.Connection;
import org.palisade.core.backend.InstalledBackEnds;

class DeviceMonitorTest {

	private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

	@TempDir
	Path folder;

	private final StandInBackEnd backEnd = new StandInBackEnd();
	private final AtomicLong nanos = new AtomicLong();
	private final DeviceMonitor monitor = new DeviceMonitor(() -> new InstalledBackEnds(Map.of("esx", backEnd), List.of()),
			() -> nanos.addAndGet(1_000_000), Clock.fixed(NOON, ZoneOffset.UTC));

	private DeviceCheck check(ConfiguredDevice device) {
		return check(device, Optional.empty(), Optional.empty());
	}

	private DeviceCheck check(ConfiguredDevice device, Optional<Connection> connection, Optional<Secret> password) {
		return monitor.check(device, connection, password, Cancellation.never(), Diagnostics.none());
	}

	private static ConfiguredDevice usual(String plug) throws ClusterSyntaxException {
		return Samples.device(Samples.USUAL, plug);
	}

	@Test
	void aDeviceThatWorksIsTimedAndItsMachineIsKnown() throws ClusterSyntaxException {
		backEnd.add("vm-a", PowerState.ON, Optional.empty(), false);
		DeviceCheck check = check(usual("vm-a"));
		assertEquals(Optional.empty(), check.problem());
		assertEquals(NOON, check.time());
		assertTrue(check.latency().compareTo(Duration.ZERO) > 0);
		assertEquals(List.of("validate", "open", "find vm-a", "check", "read", "close"), backEnd.calls);
		assertEquals("/DC0/vm/vm-a", check.mappings().get(0).machine().orElseThrow().path());
		assertEquals(Set.of(), check.mappings().get(0).warnings());
		assertEquals("s3cret", backEnd.openedWith.secret(StandardOptions.PASSWORD).orElseThrow().reveal());
	}

	@Test
	void aMachineThatIsMissingIsWarnedOf() throws ClusterSyntaxException {
		DeviceCheck check = check(usual("vm-a"));
		assertEquals(FenceProblem.Kind.NOT_FOUND, check.problem().orElseThrow().kind());
		assertEquals(Set.of(MappingWarning.MISSING), check.mappings().get(0).warnings());
	}

	@Test
	void anAmbiguousMappingHasItsCandidates() throws ClusterSyntaxException {
		backEnd.add("vm-a", PowerState.ON, Optional.empty(), false);
		backEnd.add("vm-a", PowerState.OFF, Optional.empty(), false);
		DeviceCheck check = check(usual("vm-a"));
		assertEquals(FenceProblem.Kind.AMBIGUOUS, check.problem().orElseThrow().kind());
		assertEquals(Set.of(MappingWarning.AMBIGUOUS), check.mappings().get(0).warnings());
		assertEquals(2, check.mappings().get(0).machines().size());
	}

	@Test
	void templatesSuspendedMachinesAndHostsOutOfContactAreWarnedOf() throws ClusterSyntaxException {
		backEnd.add("t", PowerState.OFF, Optional.empty(), true);
		backEnd.add("s", PowerState.SUSPENDED, Optional.empty(), false);
		backEnd.add("h", PowerState.OFF, Optional.of("the host is out of contact"), false);
		assertEquals(Set.of(MappingWarning.TEMPLATE), check(usual("t")).mappings().get(0).warnings());
		assertEquals(Set.of(MappingWarning.SUSPENDED), check(usual("s")).mappings().get(0).warnings());
		assertEquals(Set.of(MappingWarning.HOST_DISCONNECTED), check(usual("h")).mappings().get(0).warnings());
	}

	@Test
	void severalPlugsAreMappedOneByOne() throws ClusterSyntaxException {
		backEnd.add("a", PowerState.ON, Optional.empty(), false);
		backEnd.add("b", PowerState.ON, Optional.empty(), false);
		DeviceCheck check = check(usual("a,b"));
		assertEquals(Optional.empty(), check.problem());
		assertEquals(List.of("a", "b"), check.mappings().stream().map(PlugMapping::plug).toList());
	}

	@Test
	void withoutAPasswordNothingIsContacted() throws ClusterSyntaxException {
		for (String password : List.of("", "passwd=\"******\"", "passwd=\"lrm://\"", "passwd_script=\"" + folder.resolve("none") + "\"")) {
			ConfiguredDevice device = Samples.device("agent=\"fence_vmware\" ipaddr=\"vc.example.com\" login=\"fencing\" " + password, "vm-a");
			assertTrue(monitor.lacksPassword(device, Optional.empty()), password);
			assertEquals(FenceProblem.Kind.OPTION, check(device).problem().orElseThrow().kind(), password);
		}
		assertEquals(List.of(), backEnd.calls);
	}

	@Test
	void thePasswordOfAScriptIsTakenAsTheEngineTakesIt() throws ClusterSyntaxException, IOException {
		Path script = folder.resolve("password.sh");
		Files.writeString(script, "#!/bin/sh\necho from the script\n");
		Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
		backEnd.add("vm-a", PowerState.ON, Optional.empty(), false);
		ConfiguredDevice device = Samples.device("agent=\"fence_vmware\" ipaddr=\"vc\" login=\"fencing\" passwd_script=\"" + script + "\"", "vm-a");
		assertFalse(monitor.lacksPassword(device, Optional.empty()));
		assertEquals(Optional.empty(), check(device).problem());
		assertEquals("from the script", backEnd.openedWith.secret(StandardOptions.PASSWORD).orElseThrow().reveal());
	}

	@Test
	void theTrustOfAConnectionTakesThePlaceOfTheConfigurations() throws ClusterSyntaxException {
		backEnd.add("vm-a", PowerState.ON, Optional.empty(), false);
		ConfiguredDevice device = Samples.device(Samples.USUAL + " ssl_insecure=\"1\"", "vm-a");
		check(device, Optional.of(Samples.connection("vc.example.com", "fencing")), Optional.empty());
		assertEquals(Optional.of(Samples.FINGERPRINT), backEnd.openedWith.text(StandardOptions.SSL_FINGERPRINT));
		assertFalse(backEnd.openedWith.flag(StandardOptions.SSL_INSECURE));
	}

	@Test
	void whatThePasswordIsIsToldNobody() throws ClusterSyntaxException {
		backEnd.refusal = Optional.of(new FenceProblem(FenceProblem.Kind.LOGIN, "s3cret was refused", ""));
		DeviceCheck check = check(usual("vm-a"));
		assertFalse(check.toString().contains("s3cret"), check.toString());
		assertTrue(DeviceHealth.UNKNOWN.after(check).isRefused());
	}

	@Test
	void anotherAgentIsLeftAlone() throws ClusterSyntaxException {
		DeviceCheck check = check(Samples.device("agent=\"fence_ipmilan\" ipaddr=\"10.0.0.1\"", "vm-a"));
		assertTrue(check.problem().orElseThrow().message().contains("fence_ipmilan"));
		assertEquals(List.of(), backEnd.calls);
	}

	@Test
	void aSessionThatLooksRefusesToPower() {
		Plug plug = backEnd.add("vm-a", PowerState.ON, Optional.empty(), false);
		WatchedSession session = new WatchedSession(backEnd, new WatchedSession.Sightings());
		assertThrows(IllegalStateException.class, () -> session.change(plug, PowerOperation.OFF, Deadline.in(Duration.ofSeconds(1), () -> 0)));
	}

	@Test
	void theLastFailureIsKeptWhenTheDeviceWorksAgain() throws ClusterSyntaxException {
		DeviceCheck failure = check(usual("vm-a"));
		backEnd.add("vm-a", PowerState.ON, Optional.empty(), false);
		DeviceHealth health = DeviceHealth.UNKNOWN.after(failure).after(check(usual("vm-a")));
		assertTrue(health.isWell());
		assertEquals(Optional.of(failure), health.lastFailure());
	}
}
