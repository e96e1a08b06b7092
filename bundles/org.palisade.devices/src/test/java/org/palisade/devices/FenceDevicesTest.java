package org.palisade.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.api.PowerState;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.operations.ClusterRole;

class FenceDevicesTest {

	@TempDir
	Path folder;

	private final List<Path> kept = new ArrayList<>();
	private final FenceDevices devices = new FenceDevices(List.of(), files -> {
		kept.clear();
		kept.addAll(files);
	});
	private Path file;

	@BeforeEach
	void open() throws IOException {
		file = folder.toRealPath().resolve("cluster.conf");
		write("vm-a", "vm-b");
		devices.open(file);
	}

	private void write(String one, String other) throws IOException {
		Files.writeString(file, Samples.clusterConf(Samples.USUAL, one, other));
	}

	private List<ConfiguredDevice> now() {
		return devices.configurations().get(0).devices();
	}

	private static DeviceCheck check(PlugMapping... mappings) {
		return new DeviceCheck(Instant.EPOCH, Duration.ofMillis(7), Optional.empty(), List.of(mappings));
	}

	@Test
	void openFilesAreKept() {
		assertEquals(List.of(file), kept);
		devices.close(file);
		assertEquals(List.of(), kept);
		assertEquals(List.of(), devices.configurations());
	}

	@Test
	void filesOfTheLastTimeAreReadWhenAskedFor() {
		FenceDevices later = new FenceDevices(List.of(file), files -> { });
		assertEquals(List.of(), later.configurations().get(0).devices());
		later.reload();
		assertEquals(2, later.configurations().get(0).devices().size());
	}

	@Test
	void aFileThatIsClosedWhileItIsReadAgainStaysClosed() {
		AtomicReference<FenceDevices> busy = new AtomicReference<>();
		busy.set(new FenceDevices(List.of(file), files -> { }, known -> {
			DeviceConfiguration read = DeviceConfiguration.read(known.file());
			busy.get().close(known.file());
			return read;
		}));
		busy.get().reload();
		assertEquals(List.of(), busy.get().configurations());
	}

	@Test
	void whatWasSeenOfADeviceThatIsConfiguredOtherwiseIsForgotten() throws IOException {
		now().forEach(device -> devices.record(device, check()));
		write("vm-a", "vm-of-others");
		devices.reload();
		assertEquals(true, devices.health(now().get(0).place()).isWell());
		assertSame(DeviceHealth.UNKNOWN, devices.health(now().get(1).place()));
	}

	@Test
	void aCheckThatWasUnderWayWhenTheConfigurationChangedIsNotNoted() throws IOException {
		ConfiguredDevice before = now().get(0);
		write("vm-of-others", "vm-b");
		devices.reload();
		devices.record(before, check());
		assertSame(DeviceHealth.UNKNOWN, devices.health(before.place()));
	}

	@Test
	void listenersAreTold() {
		List<String> told = new ArrayList<>();
		Runnable listener = () -> told.add("changed");
		devices.addListener(listener);
		devices.record(now().get(0), check());
		devices.removeListener(listener);
		devices.reload();
		assertEquals(List.of("changed"), told);
	}

	@Test
	void aMachineHasTheRoleOfTheNodeWhosePlugItIs() {
		VirtualMachine machine = new StandInInventory(true).add("vm-1", "vm-a", "/DC0/vm");
		ConfiguredRoles roles = new ConfiguredRoles(devices);
		assertEquals(List.of(new ClusterRole("alpha", "node1", "first", "vmware1")),
				roles.rolesOf(Samples.connection("VC.example.com:443", "anybody"), machine, "/DC0/vm/vm-a"));
		assertEquals(List.of(), roles.rolesOf(Samples.connection("other.example.com", "anybody"), machine, "/DC0/vm/vm-a"));
	}

	@Test
	void aMachineThatACheckHasSeenHasTheRoleWhateverItsServerIsCalled() {
		VirtualMachine machine = new StandInInventory(true).add("vm-1", "vm-a", "/DC0/vm");
		devices.record(now().get(0), check(new PlugMapping("vm-a", List.of(new MappedMachine("vm-1", "vm-a", "/DC0/vm/vm-a",
				List.of(StandInInventory.uuid("vm-1")), false, Optional.of(PowerState.ON), true, Optional.empty())))));
		assertEquals(List.of(new ClusterRole("alpha", "node1", "first", "vmware1")),
				new ConfiguredRoles(devices).rolesOf(Samples.connection("other.example.com", "anybody"), machine, "/DC0/vm/vm-a"));
	}
}
