package org.palisade.core.option;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;

/**
 * Checks what a caller wrote and gives it Java types: forms, conflicts and missing options, all problems at once. Contacts nothing and runs
 * nothing.
 */
public final class OptionChecker {

	private final OptionCatalog catalog;
	private final RawOptions raw;

	private final Map<String, Object> values = new HashMap<>();
	private final Set<String> given = new HashSet<>();
	private final List<FenceProblem> problems = new ArrayList<>();
	private final List<String> warnings = new ArrayList<>();

	private OptionChecker(RawOptions raw, OptionCatalog catalog) {
		this.raw = raw;
		this.catalog = catalog;
	}

	/**
	 * {@return the checked options, or everything that is wrong with them} An empty value counts as not given.
	 *
	 * @param raw what the caller wrote
	 * @param action for which action the options must suffice
	 * @param required the options without which the chosen back end cannot open a session
	 * @param catalog the options that exist
	 */
	public static CheckedOptions check(RawOptions raw, FenceAction action, Set<String> required, OptionCatalog catalog) {
		OptionChecker checker = new OptionChecker(raw, catalog);
		checker.parseValues();
		checker.takePlugForAddress();
		checker.checkMissing(action, required);
		checker.checkConflicts();
		checker.checkPasswordScript();
		checker.checkDisableTimeout();
		checker.checkTls();
		return checker.problems.isEmpty() ? new CheckedOptions.Accepted(new OptionValues(checker.values, checker.given), checker.warnings)
				: new CheckedOptions.Rejected(checker.problems);
	}

	private void parseValues() {
		for (OptionDeclaration declaration : catalog.declarations()) {
			String text = raw.value(declaration.name()).orElse("");
			try {
				if (!text.isEmpty()) {
					given.add(declaration.name());
					values.put(declaration.name(), ValueParser.parse(declaration, text));
				} else if (declaration.defaultValue().isPresent()) {
					values.put(declaration.name(), ValueParser.parse(declaration, declaration.defaultValue().get()));
				}
			} catch (FenceException e) {
				problems.add(e.problem());
			}
		}
	}

	/** An address that is given wins: it is where the administrator wants the password to go. */
	private void takePlugForAddress() {
		Object plug = values.get(CoreOptions.PLUG);
		if (isOn(CoreOptions.PORT_AS_IP) && plug != null) {
			values.putIfAbsent(StandardOptions.IP, plug);
		}
	}

	private void checkMissing(FenceAction action, Set<String> required) {
		Set<String> needed = new LinkedHashSet<>();
		for (OptionDeclaration declaration : catalog.declarations()) {
			boolean plug = action.needsPlug() && declaration.name().equals(CoreOptions.PLUG);
			boolean connection = action.needsConnectionOptions() && required.contains(declaration.name());
			if (plug || connection) {
				needed.add(declaration.name());
			}
		}
		needed.removeIf(this::isThere);
		if (needed.isEmpty()) {
			return;
		}
		StringJoiner names = new StringJoiner(", ");
		for (String name : needed) {
			names.add(scriptFor(name).map(script -> NLS.bind(Messages.either, name, script)).orElse(name));
		}
		addProblem(NLS.bind(Messages.options_missing, names), Messages.see_help);
	}

	private boolean isThere(String name) {
		return given.contains(name) || values.containsKey(name) || scriptFor(name).filter(given::contains).isPresent();
	}

	/** {@return the option whose script prints the value of that one} */
	private Optional<String> scriptFor(String name) {
		return catalog.declarations().stream().filter(declaration -> declaration.scriptFor().filter(name::equals).isPresent())
				.map(OptionDeclaration::name).findFirst();
	}

	private void checkConflicts() {
		checkConflict(StandardOptions.SSL_SECURE, StandardOptions.SSL_INSECURE);
		checkConflict(StandardOptions.INET4_ONLY, StandardOptions.INET6_ONLY);
	}

	private void checkConflict(String one, String other) {
		if (isOn(one) && isOn(other)) {
			addProblem(NLS.bind(Messages.options_conflict, one, other), NLS.bind(Messages.options_conflict_advice, one, other));
		}
	}

	private void checkPasswordScript() {
		Object script = values.get(StandardOptions.PASSWORD_SCRIPT);
		if (script != null) {
			ScriptFile.problem(StandardOptions.PASSWORD_SCRIPT, (String) script).ifPresent(problems::add);
		}
	}

	/** A text for fence-agents, in which whatever is not true is false, so that no value of a configuration that worked is refused. */
	private void checkDisableTimeout() {
		Object word = values.get(CoreOptions.DISABLE_TIMEOUT);
		if (word != null && BooleanWord.parse((String) word).isEmpty()) {
			warnings.add(NLS.bind(Messages.counts_as_false, CoreOptions.DISABLE_TIMEOUT));
		}
	}

	/** An option that asks for TLS wins over one that asks for none, as with fence-agents: a request is never made less safe. */
	private void checkTls() {
		if (isOn(CoreOptions.NO_TLS)) {
			warnings.add(NLS.bind(Messages.no_downgrade, CoreOptions.NO_TLS));
		}
		boolean asked = isOn(StandardOptions.SSL_SECURE) || isOn(StandardOptions.SSL_INSECURE);
		if (asked && !isOn(StandardOptions.SSL)) {
			warnings.add(NLS.bind(Messages.ssl_wins, StandardOptions.SSL));
			values.put(StandardOptions.SSL, Boolean.TRUE);
		}
	}

	private boolean isOn(String name) {
		return Boolean.TRUE.equals(values.get(name));
	}

	private void addProblem(String message, String advice) {
		problems.add(new FenceProblem(FenceProblem.Kind.OPTION, message, advice));
	}
}
