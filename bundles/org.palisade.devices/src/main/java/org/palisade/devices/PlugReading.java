package org.palisade.devices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.palisade.api.inventory.InventoryObject.VirtualMachine;

/**
 * A plug as somebody wrote it, compared with what an inventory feed says of machines: reference, UUID, inventory path or name, as the back end for
 * vSphere reads it. Only for display; what is fenced is decided by the back end and the engine.
 *
 * @param text the plug
 * @param datacenter the datacenter to which look-ups are restricted
 */
record PlugReading(String text, Optional<String> datacenter) {

	private static final String REFERENCE = "VirtualMachine:";
	private static final String FOLDER_OF_MACHINES = "vm";
	private static final int UUID_DIGITS = 32;

	/** {@return the plugs that the text means if it means several} */
	List<PlugReading> parts(String separator) {
		return Stream.of(text.split(Pattern.quote(separator))).filter(part -> !part.isEmpty())
				.map(part -> new PlugReading(part, datacenter)).toList();
	}

	/** {@return whether the machine of that path may be meant} */
	boolean means(VirtualMachine machine, String path) {
		List<String> components = components(path);
		boolean outside = datacenter.isPresent() && !components.subList(0, Math.max(0, components.indexOf(FOLDER_OF_MACHINES))).contains(datacenter.get());
		return !outside && (isReference(machine.id()) || isUuid(machine) || isName(machine.name()) || isPath(components));
	}

	private boolean isReference(String id) {
		return text.equals(REFERENCE + id) || text.equals(id) && id.startsWith("vm-");
	}

	private boolean isUuid(VirtualMachine machine) {
		String digits = digits(text);
		return digits.length() == UUID_DIGITS && machine.details().stream().flatMap(details -> Stream.of(details.instanceUuid(), details.biosUuid()))
				.flatMap(Optional::stream).anyMatch(uuid -> digits(uuid).equals(digits));
	}

	/** {@return the hexadecimal digits of a UUID in any notation; empty when there is anything else} */
	private static String digits(String uuid) {
		String digits = uuid.replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
		return digits.chars().allMatch(c -> Character.digit(c, 16) >= 0) ? digits : "";
	}

	private boolean isName(String name) {
		return text.equals(name) || decoded(text).equals(name);
	}

	/** With the folder "vm" or without, from the datacenter on or, where there is a restriction to one, below it. */
	private boolean isPath(List<String> path) {
		if (text.indexOf('/') < 0 || path.isEmpty()) {
			return false;
		}
		List<String> wanted = components(text);
		List<String> below = path.subList(path.indexOf(FOLDER_OF_MACHINES) + 1, path.size());
		List<String> shortened = new ArrayList<>(path);
		shortened.remove(FOLDER_OF_MACHINES);
		return wanted.equals(path) || wanted.equals(shortened) || datacenter.isPresent() && wanted.equals(below);
	}

	private static List<String> components(String path) {
		return Arrays.stream(path.split("/")).filter(component -> !component.isEmpty()).map(PlugReading::decoded).toList();
	}

	/** Names as servers keep them: a slash is {@code %2f} there (vSphere API, ManagedEntity.name). */
	private static String decoded(String name) {
		return name.replace("%2f", "/").replace("%2F", "/").replace("%5c", "\\").replace("%5C", "\\").replace("%25", "%");
	}
}
