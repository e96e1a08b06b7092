package org.palisade.core.option;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.core.backend.Provider;

/**
 * All options that this installation understands: the {@linkplain CommonOptions common ones} and those of the installed back ends. Names
 * are looked up with {@code -} and {@code _} interchangeable. Immutable and thread-safe.
 */
public final class OptionCatalog {

	private final Map<String, OptionDeclaration> byName = new LinkedHashMap<>();
	private final Map<String, OptionDeclaration> byKey = new LinkedHashMap<>();
	private final Map<Character, OptionDeclaration> byLetter = new LinkedHashMap<>();
	private final List<String> problems = new ArrayList<>();

	private OptionCatalog() {
	}

	/**
	 * {@return the options of all the given back ends} Of two different declarations that claim the same name or letter the one that came
	 * later is left out and told in {@link #problems()}; equal ones are one.
	 *
	 * @param backEnds in the order of their precedence
	 */
	public static OptionCatalog of(Collection<FenceBackEnd> backEnds) {
		return of(backEnds, Map.of());
	}

	/**
	 * {@return the options of all the given back ends, with some defaults of the caller's own}
	 *
	 * @param backEnds in the order of their precedence
	 * @param defaults what holds instead of the declared default, by the name of the option; a name that nobody declares is of no effect
	 */
	public static OptionCatalog of(Collection<FenceBackEnd> backEnds, Map<String, String> defaults) {
		OptionCatalog catalog = new OptionCatalog();
		CommonOptions.all().forEach(catalog::put);
		for (FenceBackEnd backEnd : backEnds) {
			catalog.addOptionsOf(backEnd);
		}
		for (OptionDeclaration inherited : InheritedOptions.all()) {
			if (catalog.rivalsOf(inherited).isEmpty()) {
				catalog.put(inherited);
			}
		}
		defaults.forEach((name, value) -> Optional.ofNullable(catalog.byName.get(name))
				.ifPresent(declaration -> catalog.put(declaration.withDefault(value))));
		return catalog;
	}

	/** {@return the declarations in the order in which to show them} */
	public Collection<OptionDeclaration> declarations() {
		return List.copyOf(byName.values());
	}

	/** {@return what is wrong with the back ends' declarations, for the user, a sentence each without a full stop} */
	public List<String> problems() {
		return List.copyOf(problems);
	}

	/** {@return the option of that name, old name or long option} */
	public Optional<OptionDeclaration> byKey(String key) {
		return Optional.ofNullable(byKey.get(normalised(key)));
	}

	/** {@return the option with that command-line letter} */
	public Optional<OptionDeclaration> byLetter(char letter) {
		return Optional.ofNullable(byLetter.get(letter));
	}

	/** {@return the option of that name or, as with getopt, the options one of whose names begins so} */
	public Collection<OptionDeclaration> byPrefix(String prefix) {
		Optional<OptionDeclaration> exact = byKey(prefix);
		if (exact.isPresent()) {
			return List.of(exact.get());
		}
		String start = normalised(prefix);
		Map<String, OptionDeclaration> found = new LinkedHashMap<>();
		byKey.forEach((key, declaration) -> {
			if (key.startsWith(start)) {
				found.put(declaration.name(), declaration);
			}
		});
		return found.values();
	}

	private void addOptionsOf(FenceBackEnd backEnd) {
		List<OptionDeclaration> declared;
		try {
			declared = List.copyOf(backEnd.options());
		} catch (RuntimeException | LinkageError e) {
			problems.add(NLS.bind(Messages.options_unavailable, Provider.describe(backEnd), Provider.reason(e)));
			return;
		}
		for (OptionDeclaration declaration : declared) {
			if (declaration.equals(byName.get(declaration.name()))) {
				continue;
			}
			TreeSet<String> rivals = rivalsOf(declaration);
			if (rivals.isEmpty()) {
				put(declaration);
			} else {
				problems.add(NLS.bind(Messages.option_conflict, new Object[] { Provider.describe(backEnd), declaration.name(), String.join(", ", rivals) }));
			}
		}
	}

	private TreeSet<String> rivalsOf(OptionDeclaration declaration) {
		TreeSet<String> rivals = new TreeSet<>();
		for (String key : keysOf(declaration)) {
			byKey(key).ifPresent(rival -> rivals.add(rival.name()));
		}
		declaration.letter().flatMap(this::byLetter).ifPresent(rival -> rivals.add(rival.name()));
		return rivals;
	}

	private void put(OptionDeclaration declaration) {
		byName.put(declaration.name(), declaration);
		keysOf(declaration).forEach(key -> byKey.put(normalised(key), declaration));
		declaration.letter().ifPresent(letter -> byLetter.put(letter, declaration));
	}

	private static List<String> keysOf(OptionDeclaration declaration) {
		List<String> keys = new ArrayList<>(declaration.oldNames());
		keys.add(declaration.name());
		keys.add(declaration.longOption());
		return keys;
	}

	private static String normalised(String key) {
		return key.replace('-', '_');
	}
}
