package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.acceptance.support.ClassFile;

/**
 * What stands before a session or a back end forgets none of its methods. Looked at are all classes of all bundles, those of their tests included, because a
 * test in which a method is forgotten tests something else than it says.
 */
class ForwardingTest {

	private static final String API = "org/palisade/api/";
	private static final String FORWARDING = API + "ForwardingSession";

	private static final Map<String, ClassFile> CLASSES = new HashMap<>();

	@BeforeAll
	static void read() throws IOException {
		try (Stream<Path> bundles = Files.list(Path.of(System.getProperty("palisade.bundles")))) {
			for (Path bundle : bundles.toList()) {
				read(bundle.resolve("target/classes"));
				read(bundle.resolve("target/test-classes"));
			}
		}
		assertTrue(CLASSES.containsKey(API + "FenceSession"), "the bundles are not built");
	}

	private static void read(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
				ClassFile read = ClassFile.read(file);
				CLASSES.put(read.name(), read);
			}
		}
	}

	/** A default of the interface is true of what has nothing behind it. Whoever calls another one has. */
	@ParameterizedTest
	@ValueSource(strings = { "FenceSession", "FenceBackEnd" })
	void whoStandsBeforeAnotherOneAndDoesNotExtendTheForwardingOneImplementsEachMethod(String type) {
		ClassFile contract = CLASSES.get(API + type);
		List<String> problems = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (ClassFile one : CLASSES.values()) {
			if (one.interfaces().contains(contract.name()) && one.called().contains(contract.name())) {
				seen.add(one.name());
				contract.methods().stream().filter(method -> !one.methods().contains(method))
						.forEach(method -> problems.add(one.name() + " passes on to another " + type + ", and has no " + method));
			}
		}
		assertEquals(List.of(), problems);
		assertTrue(seen.contains(API + type.replace("Fence", "Forwarding")), seen.toString());
	}

	/** What is done at one way to look, and not at the other, is mostly forgotten there. */
	@Test
	void whoOverridesOneWayToLookOverridesTheOther() {
		List<String> problems = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (ClassFile one : CLASSES.values()) {
			Set<String> overridden = overridden(one);
			if (!overridden.isEmpty()) {
				seen.add(one.name());
				requirePair(one, overridden, "find(", "findAnew(", problems);
				requirePair(one, overridden, "read(", "readForChange(", problems);
			}
		}
		assertEquals(List.of(), problems);
		assertTrue(seen.containsAll(Set.of("org/palisade/core/engine/GuardedSession", "org/palisade/testsupport/faults/StepSession")), seen.toString());
	}

	/** {@return the methods of the interface that the class, or a class between it and the forwarding one, implements; empty for any other class} */
	private static Set<String> overridden(ClassFile one) {
		Set<String> overridden = new HashSet<>();
		ClassFile ancestor = one;
		while (ancestor != null && !ancestor.name().equals(FORWARDING)) {
			overridden.addAll(ancestor.methods());
			ancestor = CLASSES.get(ancestor.superclass());
		}
		overridden.retainAll(CLASSES.get(API + "FenceSession").methods());
		return ancestor == null ? Set.of() : overridden;
	}

	private static void requirePair(ClassFile one, Set<String> overridden, String first, String second, List<String> problems) {
		if (isIn(overridden, first) && !isIn(overridden, second)) {
			problems.add(one.name() + " overrides " + first + ") and not " + second + ")");
		}
	}

	private static boolean isIn(Set<String> methods, String beginning) {
		return methods.stream().anyMatch(method -> method.startsWith(beginning));
	}
}
