package org.palisade.ui.devices.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.palisade.connections.Connection;
import org.palisade.devices.ConfiguredDevice;
import org.palisade.devices.DeviceCheck;
import org.palisade.devices.MappedMachine;
import org.palisade.devices.MappingWarning;
import org.palisade.devices.PlugMapping;
import org.palisade.ui.devices.internal.DeviceImages.Mark;
import org.palisade.ui.devices.internal.Row.ClusterRow;
import org.palisade.ui.devices.internal.Row.DeviceRow;
import org.palisade.ui.devices.internal.Row.MethodRow;
import org.palisade.ui.devices.internal.Row.NodeRow;

/** Rows in words. What a picture says is said by a text as well. */
final class DeviceTexts {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

	private DeviceTexts() {
	}

	/** {@return the texts of the columns} */
	static String[] columns(Row row) {
		if (row instanceof ClusterRow cluster) {
			return new String[] { cluster.configuration().name(), cluster.configuration().file().toString(), summary(row), "", "", shownWarning(row) };
		}
		if (row instanceof NodeRow node) {
			String machine = node.devices().stream().findFirst().map(DeviceTexts::machine).orElse("");
			return new String[] { node.name(), machine, summary(row), "", "", shownWarning(row) };
		}
		if (row instanceof MethodRow method) {
			return new String[] { name(method), "", "", "", "", "" };
		}
		DeviceRow device = (DeviceRow) row;
		Optional<DeviceCheck> last = device.health().last();
		return new String[] { NLS.bind(Messages.device_name, device.device().name(), device.device().agent().orElse("?")), machine(device), health(device),
				last.map(check -> time(check.time())).orElse(""), last.map(check -> latency(check.latency())).orElse(""), shownWarning(row) };
	}

	static String name(MethodRow method) {
		return method.name().isEmpty() ? Messages.method_chosen : NLS.bind(method.configuration().document().orElseThrow().configuration().form()
				.isPacemaker() ? Messages.level_name : Messages.method_name, method.name());
	}

	/** {@return the machine that a device means, or the plug where that is not known} */
	static String machine(DeviceRow row) {
		if (row.mappings().isEmpty()) {
			return row.device().isOurs() ? NLS.bind(Messages.plug_unresolved, row.device().plug()) : row.device().plug();
		}
		return row.mappings().stream().map(DeviceTexts::machine).collect(Collectors.joining(", "));
	}

	private static String machine(PlugMapping mapping) {
		return mapping.machine().map(MappedMachine::path).orElse(mapping.plug());
	}

	static String health(DeviceRow row) {
		if (!row.device().isOurs()) {
			return Messages.health_not_ours;
		}
		if (row.health().last().isEmpty()) {
			return Messages.health_unknown;
		}
		return row.health().last().get().problem().map(problem -> NLS.bind(Messages.health_failing, problem.message())).orElse(Messages.health_well);
	}

	private static String summary(Row row) {
		List<DeviceRow> devices = row.devices().stream().filter(device -> device.device().isOurs()).toList();
		long seen = devices.stream().filter(device -> device.health().last().isPresent()).count();
		if (devices.isEmpty() || seen == 0) {
			return "";
		}
		long well = devices.stream().filter(device -> device.health().isWell()).count();
		return NLS.bind(Messages.health_summary, Long.toString(well), Integer.toString(devices.size()));
	}

	static String time(Instant time) {
		return TIME.format(time);
	}

	static String latency(Duration latency) {
		return latency.isZero() ? "" : NLS.bind(Messages.milliseconds, String.format("%,d", latency.toMillis()));
	}

	/** {@return what the column of the warnings says: of a cluster only what is wrong with its file, because its nodes stand below it} */
	static String shownWarning(Row row) {
		if (row instanceof ClusterRow) {
			return row.configuration().problem().map(text -> NLS.bind(Messages.warning_file, text)).orElse("");
		}
		return row instanceof MethodRow ? "" : warnings(row);
	}

	/** {@return what should be looked after, of a row and those below it, each once} */
	static String warnings(Row row) {
		Set<String> warnings = new LinkedHashSet<>();
		if (row instanceof NodeRow && row.devices().isEmpty()) {
			warnings.add(Messages.warning_no_method);
		}
		for (DeviceRow device : row.devices()) {
			if (device.device().agent().isEmpty()) {
				warnings.add(NLS.bind(Messages.warning_no_device, device.device().name()));
			}
			device.mappings().forEach(mapping -> mapping.warnings().forEach(warning -> warnings.add(warning(warning, mapping))));
		}
		return String.join("; ", warnings);
	}

	private static String warning(MappingWarning warning, PlugMapping mapping) {
		String machine = mapping.machine().map(MappedMachine::name).orElse(mapping.plug());
		return switch (warning) {
			case AMBIGUOUS -> NLS.bind(Messages.warning_ambiguous, mapping.plug(), Integer.toString(mapping.machines().size()));
			case MISSING -> NLS.bind(Messages.warning_missing, mapping.plug());
			case TEMPLATE -> NLS.bind(Messages.warning_template, mapping.plug());
			case SUSPENDED -> NLS.bind(Messages.warning_suspended, machine);
			case HOST_DISCONNECTED -> NLS.bind(Messages.warning_disconnected, machine);
		};
	}

	/** {@return the worst of what is known of a row and those below it} */
	static Mark mark(Row row) {
		boolean unreadable = row instanceof ClusterRow && row.configuration().problem().isPresent();
		boolean bare = row instanceof NodeRow && row.devices().isEmpty();
		if (unreadable || bare) {
			return Mark.ERROR;
		}
		List<? extends Row> parts = row instanceof DeviceRow ? List.of() : row.children();
		Mark mark = row instanceof DeviceRow device ? mark(device) : Mark.NONE;
		for (Row part : parts) {
			Mark other = mark(part);
			mark = other.compareTo(mark) > 0 ? other : mark;
		}
		return mark;
	}

	private static Mark mark(DeviceRow device) {
		boolean wrong = device.mappings().stream().anyMatch(mapping -> mapping.machine().isEmpty());
		if (device.device().agent().isEmpty() || device.health().isFailing() || wrong) {
			return Mark.ERROR;
		}
		if (device.mappings().stream().anyMatch(mapping -> !mapping.warnings().isEmpty())) {
			return Mark.WARNING;
		}
		return device.health().isWell() ? Mark.WELL : Mark.NONE;
	}

	static String notOurs(ConfiguredDevice device) {
		return NLS.bind(Messages.reason_not_ours, device.name(), device.agent().orElse("?"));
	}

	static String noConnection(ConfiguredDevice device) {
		return NLS.bind(Messages.reason_no_connection, device.address().orElse("?"));
	}

	static String notConnected(Connection connection) {
		return NLS.bind(Messages.reason_not_connected, connection.name());
	}
}
