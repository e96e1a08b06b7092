package org.palisade.ui.editor.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.cluster.model.Agents;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.OptionNames;
import org.palisade.cluster.model.OptionValue;
import org.palisade.cluster.model.SecretNames;
import org.palisade.core.option.OptionCatalog;

/**
 * An option of a device, set or not.
 *
 * @param name its name as {@code cluster.conf} writes it
 * @param declaration how a back end declares it
 * @param option how it is set
 */
record OptionRow(String name, Optional<OptionDeclaration> declaration, Optional<ClusterOption> option) {

	/** What is said where the device is used, or makes no sense in a configuration. */
	private static final Set<String> NOT_OF_DEVICE = Set.of("action", "plug", "version", "help", "quiet");

	/** {@return the options that are set, in the order of the text, and those that could be as well if all are wanted} */
	static List<OptionRow> of(FenceDevice device, OptionCatalog catalog, boolean all) {
		List<OptionRow> rows = new ArrayList<>();
		for (ClusterOption option : device.options()) {
			rows.add(new OptionRow(option.name(), Agents.isOurs(device) ? catalog.byKey(option.name()) : Optional.empty(), Optional.of(option)));
		}
		if (all && Agents.isOurs(device)) {
			Set<OptionDeclaration> set = Set.copyOf(rows.stream().flatMap(row -> row.declaration().stream()).toList());
			catalog.declarations().stream().filter(declaration -> !set.contains(declaration) && !NOT_OF_DEVICE.contains(declaration.name()))
					.map(declaration -> new OptionRow(OptionNames.inForm(ConfigurationForm.CLUSTER_CONF, declaration.name()), Optional.of(declaration),
							Optional.empty()))
					.forEach(rows::add);
		}
		return rows;
	}

	/** {@return what is shown as its value: a mask for a secret, and the default where it is not set} */
	String shown() {
		return option.map(ClusterOption::value).map(OptionValue::shown)
				.orElseGet(() -> declaration.flatMap(OptionDeclaration::defaultValue).map(value -> NLS.bind(Messages.default_value, value)).orElse(""));
	}

	boolean isSecret() {
		return declaration.map(known -> known.type() == OptionType.SECRET).orElse(false)
				|| SecretNames.isSecret(name) && option.map(set -> set.value() instanceof OptionValue.Confidential).orElse(true);
	}

	/** {@return what can be chosen; empty where anything can be typed} */
	List<String> choices() {
		return declaration.map(known -> switch (known.type()) {
			case BOOLEAN -> List.of("1", "0");
			case SELECT -> known.choices();
			case STRING, SECRET, INTEGER, SECOND -> List.<String>of();
		}).orElse(List.of());
	}

	String description() {
		return declaration.map(OptionDeclaration::description).orElse(Messages.option_unknown);
	}
}
