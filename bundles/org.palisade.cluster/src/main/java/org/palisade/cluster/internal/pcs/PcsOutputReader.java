package org.palisade.cluster.internal.pcs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.internal.form.ConfigurationBuilder;
import org.palisade.cluster.internal.text.LineIndex;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.InsertionPoint;
import org.palisade.cluster.model.OptionValue;
import org.palisade.cluster.model.TextRange;

/** Reads what pcs prints: {@code stonith config}, the older {@code stonith show --full}, and the parts about fencing of {@code config}. */
public final class PcsOutputReader {

	/** How a device begins. */
	public static final Pattern RESOURCE = Pattern.compile("^\\s*Resource: (\\S+) \\(class=(\\S+)(?: provider=\\S+)? type=([^)\\s]+)\\)\\s*$");

	private static final Pattern TARGET = Pattern.compile("^\\s*(?:Target|Node)( \\(regexp\\))?: (.+?)\\s*$");
	private static final Pattern LEVEL = Pattern.compile("^\\s*Level (\\d+) - (\\S+)\\s*$");
	private static final Pattern PROPERTY = Pattern.compile("^\\s+([\\w-]+)(?:: |=)(.*?)\\s*$");
	private static final Pattern HEADING = Pattern.compile("^\\s*([A-Z][\\w ]*):\\s*(.*?)\\s*$");
	/** Headings whose lines this reader understands, or that say nothing themselves. */
	private static final Set<String> KNOWN = Set.of("Stonith Devices", "Fencing Levels", "Resources");

	private final ConfigurationBuilder builder = new ConfigurationBuilder(ConfigurationForm.PCS_CONFIG);
	private final String text;
	private final LineIndex lines;
	private PcsDevice device;
	private FenceLevel.Target target;
	private String heading = "";

	private PcsOutputReader(String text) {
		this.text = text;
		this.lines = new LineIndex(text);
	}

	/**
	 * {@return what the text says}
	 *
	 * @throws ClusterSyntaxException when a level has no number that can be one
	 */
	public static ClusterConfiguration read(String text) throws ClusterSyntaxException {
		PcsOutputReader reader = new PcsOutputReader(text);
		for (int line = 1; line <= reader.lines.count(); line++) {
			reader.readLine(line);
		}
		reader.endDevice();
		return reader.builder.build();
	}

	private void readLine(int number) throws ClusterSyntaxException {
		String line = lines.line(number);
		if (line.isBlank()) {
			return;
		}
		Matcher resource = RESOURCE.matcher(line);
		Matcher aim = TARGET.matcher(line);
		Matcher level = LEVEL.matcher(line);
		if (resource.matches()) {
			beginDevice(resource, number);
		} else if (aim.matches()) {
			endDevice();
			target = target(aim);
		} else if (level.matches() && target != null) {
			builder.level(level(level, number));
		} else if (device == null || !device.readLine(number)) {
			endDevice();
			readSection(line, number);
		}
	}

	private void beginDevice(Matcher resource, int number) {
		endDevice();
		heading = "";
		if (resource.group(2).equals("stonith")) {
			device = new PcsDevice(text, lines, number, group(resource, 1, number), group(resource, 3, number));
		} else {
			builder.other(NLS.bind(Messages.resource, resource.group(1), resource.group(2)), group(resource, 1, number));
			heading = resource.group(1);
		}
	}

	private void endDevice() {
		if (device != null) {
			builder.device(device.toDevice());
			device = null;
		}
	}

	private TextRange group(Matcher matcher, int group, int number) {
		int start = lines.start(number);
		return lines.range(start + matcher.start(group), start + matcher.end(group));
	}

	private static FenceLevel.Target target(Matcher aim) {
		if (aim.group(1) != null) {
			return new FenceLevel.Target(FenceLevel.TargetKind.PATTERN, aim.group(2));
		}
		boolean attribute = aim.group(2).contains("=");
		return new FenceLevel.Target(attribute ? FenceLevel.TargetKind.ATTRIBUTE : FenceLevel.TargetKind.NODE, aim.group(2));
	}

	private FenceLevel level(Matcher level, int number) throws ClusterSyntaxException {
		List<DeviceUse> uses = new ArrayList<>();
		TextRange all = group(level, 2, number);
		int at = 0;
		for (String name : level.group(2).split(",", -1)) {
			uses.add(new DeviceUse(name, List.of(), InsertionPoint.NONE, lines.range(all.offset() + at, all.offset() + at + name.length())));
			at += name.length() + 1;
		}
		TextRange whole = lines.range(lines.start(number), lines.end(number));
		try {
			return new FenceLevel(target, Integer.parseInt(level.group(1)), "", uses, whole, whole);
		} catch (NumberFormatException e) {
			throw new ClusterSyntaxException(number, NLS.bind(Messages.level, number));
		}
	}

	private void readSection(String line, int number) {
		Matcher match = HEADING.matcher(line);
		if (match.matches() && !Character.isWhitespace(line.charAt(0))) {
			heading = match.group(1);
			if (heading.equals("Cluster Name")) {
				builder.name(match.group(2));
			}
			return;
		}
		switch (heading) {
			case "Corosync Nodes", "Pacemaker Nodes" -> readNodes(number);
			case "Cluster Properties" -> readProperty(line, number);
			default -> {
				if (!KNOWN.contains(heading)) {
					builder.other(NLS.bind(Messages.line, heading), lines.range(lines.start(number), lines.end(number)));
				}
			}
		}
	}

	private void readNodes(int number) {
		int at = lines.start(number);
		for (String name : lines.line(number).split(" ", -1)) {
			if (!name.isBlank() && builder.build().nodes().stream().noneMatch(node -> node.name().equals(name))) {
				builder.node(new ClusterNode(name, List.of(), InsertionPoint.NONE, lines.range(at, at + name.length())));
			}
			at += name.length() + 1;
		}
	}

	private void readProperty(String line, int number) {
		Matcher property = PROPERTY.matcher(line);
		if (!property.matches()) {
			return;
		}
		// The line as a whole is edited, because older and newer versions separate name and value differently.
		TextRange value = group(property, 2, number);
		ClusterOption.Place place = new ClusterOption.Place(lines.range(lines.start(number), lines.end(number)), group(property, 1, number), value);
		builder.property(new ClusterOption(property.group(1), OptionValue.of(property.group(1), property.group(2)), place));
	}
}
