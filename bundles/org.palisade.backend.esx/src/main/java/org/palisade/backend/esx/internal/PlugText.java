package org.palisade.backend.esx.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.palisade.vsphere.InventoryNames;

/**
 * A user's text for a virtual machine, and what it may be: a reference, a UUID, an inventory path, a name. The forms overlap; who looks
 * up decides which readings are worth a call.
 *
 * @param text the text as given
 */
record PlugText(String text) {

	private static final String TYPE_PREFIX = References.VIRTUAL_MACHINE + ":";
	private static final int UUID_DIGITS = 32;

	/** {@return whether the text can be nothing but a reference: {@code VirtualMachine:vm-12}, {@code VirtualMachine:12}} */
	boolean isExplicitReference() {
		return text.startsWith(TYPE_PREFIX) && text.length() > TYPE_PREFIX.length();
	}

	/** {@return the value of the reference that the text may be} Plain numbers, as ESXi has them, only in the explicit form. */
	Optional<String> reference() {
		if (isExplicitReference()) {
			return Optional.of(text.substring(TYPE_PREFIX.length()));
		}
		boolean plain = text.startsWith("vm-") && text.length() > 3 && text.chars().skip(3).allMatch(c -> c >= '0' && c <= '9');
		return plain ? Optional.of(text) : Optional.empty();
	}

	/**
	 * {@return the UUID that the text may be, in the form 8-4-4-4-12} Also understands the notation of .vmx files, {@code 42 1e … -…},
	 * and bare digits.
	 */
	Optional<String> uuid() {
		StringBuilder digits = new StringBuilder(UUID_DIGITS);
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (Character.digit(c, 16) >= 0 && c < 128) {
				digits.append(c);
			} else if (c != '-' && c != ' ') {
				return Optional.empty();
			}
		}
		if (digits.length() != UUID_DIGITS) {
			return Optional.empty();
		}
		for (int at : new int[] { 20, 16, 12, 8 }) {
			digits.insert(at, '-');
		}
		return Optional.of(digits.toString().toLowerCase(Locale.ROOT));
	}

	/** {@return whether the text can be nothing but an inventory path: it starts with a slash} */
	boolean isAbsolutePath() {
		return text.length() > 1 && text.charAt(0) == '/';
	}

	/** {@return whether the text may be an inventory path that says where its datacenter ends: {@code DC/vm/name}} */
	boolean isFullPath() {
		List<String> components = components();
		return components.size() > 2 && components.subList(1, components.size() - 1).contains("vm");
	}

	/** {@return whether the text has a slash, so that it may be a path} */
	boolean mayBePath() {
		return text.indexOf('/') >= 0;
	}

	/** {@return the name at the end of a path} */
	String lastComponent() {
		return text.substring(text.lastIndexOf('/') + 1);
	}

	/** {@return the parts of the text between slashes, empty ones left out} */
	private List<String> components() {
		List<String> components = new ArrayList<>();
		for (String component : text.split("/")) {
			if (!component.isEmpty()) {
				components.add(component);
			}
		}
		return components;
	}

	/**
	 * {@return the inventory paths that the text may mean when each of its slashes separates}, without a leading slash, in the forms in
	 * which servers keep names; empty when it has no slash
	 *
	 * @param base the path of the datacenter below which the text may be relative
	 */
	Set<String> paths(Optional<String> base) {
		List<String> components = components();
		return text.indexOf('/') < 0 ? Set.of() : pathsOf(components, base);
	}

	/**
	 * {@return the paths that the text may mean when the name of the virtual machine holds slashes itself}, those with the shortest name
	 * first
	 */
	Set<String> pathsWithSlashInName(Optional<String> base) {
		List<String> components = components();
		Set<String> paths = new LinkedHashSet<>();
		for (int parents = components.size() - 2; parents >= 1; parents--) {
			List<String> joined = new ArrayList<>(components.subList(0, parents));
			joined.add(String.join("%2f", components.subList(parents, components.size())));
			paths.addAll(pathsOf(joined, base));
		}
		return paths;
	}

	private Set<String> pathsOf(List<String> components, Optional<String> base) {
		Set<String> paths = new LinkedHashSet<>();
		if (components.size() > 1) {
			addForms(paths, components);
			if (!components.subList(1, components.size()).contains("vm")) {
				List<String> full = new ArrayList<>(components);
				full.add(1, "vm");
				addForms(paths, full);
			}
		}
		if (base.isPresent() && !isAbsolutePath() && !isFullPath()) {
			List<String> below = new ArrayList<>(List.of(base.get().substring(1).split("/")));
			below.add("vm");
			below.addAll(components);
			addForms(paths, below);
		}
		return paths;
	}

	private static void addForms(Set<String> paths, List<String> components) {
		paths.add(String.join("/", components));
		paths.add(String.join("/", components.stream().map(InventoryNames::encoded).toList()));
	}
}
