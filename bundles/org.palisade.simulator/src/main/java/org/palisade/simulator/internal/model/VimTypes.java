package org.palisade.simulator.internal.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types that the simulator knows, read once from {@code vim-types.txt}. */
public final class VimTypes {

	private static final Map<String, VimType> TYPES = load();

	private VimTypes() {
	}

	/** The type of that name, when it is known. */
	public static Optional<VimType> find(String name) {
		return Optional.ofNullable(TYPES.get(name));
	}

	/** A type that the simulator itself names. */
	public static VimType get(String name) {
		return find(name).orElseThrow(() -> new IllegalArgumentException("vim-types.txt has no type " + name));
	}

	/** A fault type; one that is not known has no properties but those of every fault. */
	public static VimType fault(String name) {
		return find(name).orElseGet(() -> new VimType(name, get("MethodFault"), List.of()));
	}

	private static Map<String, VimType> load() {
		try (BufferedReader in = new BufferedReader(
				new InputStreamReader(VimTypes.class.getResourceAsStream("vim-types.txt"), StandardCharsets.UTF_8))) {
			Map<String, VimType> types = new HashMap<>();
			StringBuilder definition = new StringBuilder();
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				if (!line.startsWith("\t")) {
					define(definition.toString(), types);
					definition.setLength(0);
				}
				definition.append(line);
			}
			define(definition.toString(), types);
			return types;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void define(String definition, Map<String, VimType> types) {
		if (definition.isEmpty() || definition.startsWith("#")) {
			return;
		}
		int equals = definition.indexOf('=');
		String[] head = definition.substring(0, equals).trim().split(" ");
		VimType superType = head.length > 2 ? types.get(head[3]) : null;
		types.put(head[1], new VimType(head[1], superType, fields(definition.substring(equals + 1).trim())));
	}

	private static List<VimField> fields(String text) {
		List<VimField> fields = new ArrayList<>();
		if (text.isEmpty()) {
			return fields;
		}
		for (String field : text.split("\\s+")) {
			int colon = field.indexOf(':');
			boolean array = field.endsWith("[]");
			fields.add(new VimField(field.substring(0, colon), field.substring(colon + 1, field.length() - (array ? 2 : 0)), array));
		}
		return fields;
	}
}
