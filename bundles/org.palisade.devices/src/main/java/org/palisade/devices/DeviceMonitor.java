package org.palisade.devices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceProblem;
import org.palisade.api.PlugSelector;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.MonotonicClock;
import org.palisade.api.time.Pause;
import org.palisade.connections.Connection;
import org.palisade.core.backend.BackEndRegistry;
import org.palisade.core.backend.InstalledBackEnds;
import org.palisade.core.engine.FenceEngine;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.engine.FenceRequest;
import org.palisade.core.engine.FenceSettings;
import org.palisade.core.option.CheckedOptions;
import org.palisade.core.option.CoreOptions;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.OptionCatalog;
import org.palisade.core.option.OptionChecker;
import org.palisade.core.option.RawOptions;

/**
 * Tells whether devices would work, as the cluster's own monitor does it: logs in, looks the plug up, checks the privileges for it and reads its state,
 * by the engine and the installed back ends. Powers nothing. Thread-safe.
 */
@Component(service = DeviceMonitor.class)
public final class DeviceMonitor {

	private final Supplier<InstalledBackEnds> backEnds;
	private final MonotonicClock monotonicClock;
	private final Clock clock;

	/** A monitor for the back ends that are installed. */
	@Activate
	public DeviceMonitor(@Reference BackEndRegistry backEnds) {
		this(backEnds::installed, MonotonicClock.system(), Clock.systemUTC());
	}

	/**
	 * @param backEnds gives the back ends that are installed now
	 * @param monotonicClock by which latencies and deadlines are measured
	 * @param clock by which it is told when a check was made
	 */
	public DeviceMonitor(Supplier<InstalledBackEnds> backEnds, MonotonicClock monotonicClock, Clock clock) {
		this.backEnds = Objects.requireNonNull(backEnds);
		this.monotonicClock = Objects.requireNonNull(monotonicClock);
		this.clock = Objects.requireNonNull(clock);
	}

	/** {@return whether a check needs a password that neither the configuration nor a script on this machine gives} */
	public boolean lacksPassword(ConfiguredDevice device, Optional<Connection> connection) {
		return device.isOurs() && !DeviceOptions.hasPassword(DeviceOptions.of(device, connection, OptionCatalog.of(backEnds.get().all())));
	}

	/**
	 * {@return what came of looking at a device, whatever went wrong} In the calling thread.
	 *
	 * @param connection the connection to its server, if there is one: its trust takes the place of the configuration's
	 * @param password the password where {@link #lacksPassword} says that one is needed
	 * @param cancellation ends the check soon
	 * @param diagnostics where to tell details, without secrets
	 */
	public DeviceCheck check(ConfiguredDevice device, Optional<Connection> connection, Optional<Secret> password, Cancellation cancellation,
			Diagnostics diagnostics) {
		Instant time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
		if (!device.isOurs()) {
			return refused(time, device.agent().map(agent -> NLS.bind(Messages.other_agent, agent)).orElse(Messages.no_device), "");
		}
		InstalledBackEnds installed = backEnds.get();
		Map<String, String> texts = DeviceOptions.of(device, connection, OptionCatalog.of(installed.all()));
		if (!DeviceOptions.hasPassword(texts)) {
			if (password.isEmpty()) {
				return refused(time, Messages.no_password, Messages.no_password_advice);
			}
			texts.put(StandardOptions.PASSWORD, password.get().reveal());
		}
		texts.put(CoreOptions.PLUG, device.plug());
		return check(time, texts, installed, cancellation, diagnostics);
	}

	private DeviceCheck check(Instant time, Map<String, String> texts, InstalledBackEnds installed, Cancellation cancellation, Diagnostics diagnostics) {
		OptionCatalog catalog = OptionCatalog.of(installed.all());
		String type = texts.getOrDefault(CoreOptions.VMWARE_TYPE, catalog.byKey(CoreOptions.VMWARE_TYPE).flatMap(option -> option.defaultValue()).orElse(""));
		Optional<FenceBackEnd> backEnd = installed.find(type.strip());
		if (backEnd.isEmpty()) {
			return refused(time, NLS.bind(Messages.no_back_end, type), NLS.bind(Messages.no_back_end_advice, installed.types()));
		}
		CheckedOptions checked = OptionChecker.check(new RawOptions(texts, List.of()), FenceAction.MONITOR, backEnd.get().requiredOptions(), catalog);
		if (checked instanceof CheckedOptions.Rejected rejected) {
			return new DeviceCheck(time, Duration.ZERO, Optional.of(rejected.problems().get(0)), List.of());
		}
		OptionValues values = ((CheckedOptions.Accepted) checked).values();
		Optional<FenceBackEnd> fallback = values.text(CoreOptions.FALLBACK_TYPE).flatMap(installed::find);
		PlugSelector plug = new PlugSelector(texts.get(CoreOptions.PLUG), values.text(StandardOptions.VMWARE_DATACENTER));
		return look(time, new FenceRequest(FenceAction.MONITOR, Optional.of(plug), backEnd.get(), fallback, values, FenceSettings.of(values, false), row -> { }),
				cancellation, diagnostics);
	}

	private DeviceCheck look(Instant time, FenceRequest request, Cancellation cancellation, Diagnostics diagnostics) {
		WatchedSession.Sightings sightings = new WatchedSession.Sightings();
		FenceEngine engine = new FenceEngine(monotonicClock, Pause.system(), (backEnd, options, context, deadline) -> new WatchedSession(
				backEnd.open(options, context, deadline), sightings));
		long start = monotonicClock.nanoTime();
		FenceOutcome outcome = engine.run(request, cancellation, diagnostics);
		Duration latency = Duration.ofNanos(monotonicClock.nanoTime() - start);
		Optional<FenceProblem> problem = outcome instanceof FenceOutcome.Failed failed ? Optional.of(failed.problem()) : Optional.empty();
		return new DeviceCheck(time, latency, problem, sightings.mappings());
	}

	private static DeviceCheck refused(Instant time, String message, String advice) {
		return new DeviceCheck(time, Duration.ZERO, Optional.of(new FenceProblem(FenceProblem.Kind.OPTION, message, advice)), List.of());
	}
}
