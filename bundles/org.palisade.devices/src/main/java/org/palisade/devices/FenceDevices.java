package org.palisade.devices;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The configurations that are open in this workspace and what is known of their devices. Which files are open is kept in the preferences; nothing
 * that stands in them is. Thread-safe.
 */
@Component(service = FenceDevices.class, immediate = true)
public final class FenceDevices {

	private final Consumer<List<Path>> keeper;
	private final UnaryOperator<DeviceConfiguration> reader;
	private final Map<Path, DeviceConfiguration> configurations = new LinkedHashMap<>();
	private final Map<DevicePlace, DeviceHealth> health = new HashMap<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	/** Those of the running workbench. The files are read soon, by a job. */
	@Activate
	public FenceDevices() {
		this(OpenFiles.ofWorkspace().read(), OpenFiles.ofWorkspace()::write);
		ICoreRunnable reading = monitor -> reload();
		Job.createSystem(FenceDevices.class.getName(), reading).schedule();
	}

	/**
	 * Those of another place than the workspace. None is read before {@link #reload()}.
	 *
	 * @param files the files that are open
	 * @param keeper told of the files that are open from now on
	 */
	public FenceDevices(List<Path> files, Consumer<List<Path>> keeper) {
		this(files, keeper, known -> DeviceConfiguration.read(known.file()));
	}

	/** @param reader reads the file of a configuration again */
	FenceDevices(List<Path> files, Consumer<List<Path>> keeper, UnaryOperator<DeviceConfiguration> reader) {
		this.keeper = keeper;
		this.reader = reader;
		for (Path file : files) {
			configurations.put(file, new DeviceConfiguration(file, Optional.empty(), Optional.of(Messages.not_read_yet), List.of()));
		}
	}

	/** {@return the configurations in the order in which they were opened} */
	public List<DeviceConfiguration> configurations() {
		synchronized (configurations) {
			return List.copyOf(configurations.values());
		}
	}

	/** {@return what was read of a file, now} Reads it, so not for the UI thread. One that cannot be read stays in the list with its problem. */
	public DeviceConfiguration open(Path file) {
		Path absolute = file.toAbsolutePath().normalize();
		DeviceConfiguration read = put(DeviceConfiguration.read(absolute));
		keep();
		tell();
		return read;
	}

	/** Takes a configuration off the list; the file stays. */
	public void close(Path file) {
		synchronized (configurations) {
			configurations.remove(file);
			health.keySet().removeIf(place -> place.file().equals(file));
		}
		keep();
		tell();
	}

	/** Reads all files again. Not for the UI thread. */
	public void reload() {
		configurations().stream().map(reader).forEach(this::replace);
		tell();
	}

	/** One that was closed while it was read stays closed. */
	private void replace(DeviceConfiguration read) {
		synchronized (configurations) {
			if (configurations.containsKey(read.file())) {
				put(read);
			}
		}
	}

	/** What was seen of a device that is configured otherwise now says nothing any more. */
	private DeviceConfiguration put(DeviceConfiguration read) {
		synchronized (configurations) {
			DeviceConfiguration before = configurations.put(read.file(), read);
			Map<DevicePlace, ConfiguredDevice> now = new HashMap<>();
			read.devices().forEach(device -> now.put(device.place(), device));
			for (ConfiguredDevice device : before == null ? List.<ConfiguredDevice>of() : before.devices()) {
				if (!now.containsKey(device.place()) || !now.get(device.place()).isSetAs(device)) {
					health.remove(device.place());
				}
			}
		}
		return read;
	}

	/** {@return what is known of a device from looking at it} */
	public DeviceHealth health(DevicePlace place) {
		synchronized (configurations) {
			return health.getOrDefault(place, DeviceHealth.UNKNOWN);
		}
	}

	/** Notes what came of looking at a device, unless it is configured otherwise by now. */
	public void record(ConfiguredDevice device, DeviceCheck check) {
		synchronized (configurations) {
			DeviceConfiguration configuration = configurations.get(device.place().file());
			boolean current = configuration != null
					&& configuration.devices().stream().anyMatch(known -> known.place().equals(device.place()) && known.isSetAs(device));
			if (!current) {
				return;
			}
			health.put(device.place(), health(device.place()).after(check));
		}
		tell();
	}

	private void keep() {
		synchronized (configurations) {
			keeper.accept(List.copyOf(configurations.keySet()));
		}
	}

	/** Has a listener run on every change, by the thread that made it; it must be quick. */
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	/** Takes a listener away. */
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	private void tell() {
		listeners.forEach(Runnable::run);
	}
}
