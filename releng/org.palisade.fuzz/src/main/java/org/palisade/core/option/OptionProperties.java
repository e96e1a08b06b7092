package org.palisade.core.option;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.palisade.api.FenceProblem;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;
import org.palisade.fuzz.Property;

/** What holds for options however they were written. */
final class OptionProperties {

	/** Stands for a password in each input, and must not come out in what is shown. */
	static final String CANARY = "kX9-canary-77";

	static final OptionCatalog CATALOG = OptionCatalog.of(List.of());

	private static final int HIGHEST_PORT = 65_535;

	private OptionProperties() {
	}

	/** {@return the values as they are meant: a truth value has several words} */
	static Map<String, String> meaning(RawOptions raw) {
		Map<String, String> meaning = new TreeMap<>(raw.values());
		meaning.replaceAll((name, text) -> CATALOG.byKey(name).orElseThrow().type() == OptionType.BOOLEAN ? BooleanWord.parse(text).toString() : text);
		return meaning;
	}

	static void requireSound(RawOptions raw) {
		requireSilent(raw.toString());
		raw.warnings().forEach(OptionProperties::requireSilent);
		for (FenceAction action : FenceAction.values()) {
			CheckedOptions checked = OptionChecker.check(raw, action, Set.of(StandardOptions.IP, StandardOptions.PASSWORD), CATALOG);
			if (checked instanceof CheckedOptions.Accepted accepted) {
				accepted.warnings().forEach(OptionProperties::requireSilent);
				requireSound(raw, accepted.values());
			} else {
				((CheckedOptions.Rejected) checked).problems().forEach(OptionProperties::requireOfOptions);
			}
		}
	}

	private static void requireSound(RawOptions raw, OptionValues values) {
		values.number(StandardOptions.IP_PORT).ifPresent(port -> Property.require(port >= 1 && port <= HIGHEST_PORT, "a port is one that exists"));
		raw.value(StandardOptions.IP_PORT).ifPresent(text -> Property.require(text.isEmpty() || text.strip().matches("[0-9]+"), "a port is ASCII digits: " + text));
		requireSilent(values.toString());
	}

	static void requireOfOptions(FenceProblem problem) {
		Property.requireEqual(FenceProblem.Kind.OPTION, problem.kind(), "the kind of a problem with options");
		requireSilent(problem.message());
		requireSilent(problem.advice());
	}

	static void requireSilent(String shown) {
		Property.require(!shown.contains(CANARY), "a password is shown: " + shown);
	}
}
