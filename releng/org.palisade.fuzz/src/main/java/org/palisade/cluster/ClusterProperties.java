package org.palisade.cluster;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.Finding;
import org.palisade.cluster.model.OptionValue;
import org.palisade.cluster.model.QuickFix;
import org.palisade.cluster.model.TextEdit;
import org.palisade.core.option.OptionCatalog;
import org.palisade.fuzz.Property;

/**
 * What holds for a configuration in whichever form: it is read or refused, no password is shown, changes never collide, and the CIB that it is
 * converted to can be read and names the same devices. Texts for crmsh and pcs are written too, but nothing is required of them: a name that has
 * quotes has no place in them.
 */
final class ClusterProperties {

	private static final OptionCatalog CATALOG = OptionCatalog.of(List.of());
	/** Shorter ones are masked as words only. */
	private static final int SHORTEST_SECRET = 4;

	private ClusterProperties() {
	}

	static void require(byte[] input, ConfigurationForm form) {
		ClusterDocument document;
		try {
			document = ClusterDocument.parse(new String(input, StandardCharsets.UTF_8), form);
		} catch (ClusterSyntaxException refused) {
			return;
		}
		requireMasked(document);
		requireChanges(document);
		requireConversion(document);
		for (ConfigurationForm other : ConfigurationForm.values()) {
			ClusterConversion.of(document, other);
		}
	}

	private static void requireMasked(ClusterDocument document) {
		String masked = document.maskedText();
		Property.requireEqual(document.text().lines().count(), masked.lines().count(), "a masked text has as many lines");
		secrets(document.configuration()).filter(secret -> secret.length() >= SHORTEST_SECRET && !"********".contains(secret) && secret.indexOf('\n') < 0)
				.forEach(secret -> Property.require(!masked.contains(secret), "a password is shown: " + secret));
	}

	private static Stream<String> secrets(ClusterConfiguration configuration) {
		return configuration.devices().stream().flatMap(device -> device.options().stream()).filter(option -> option.value() instanceof OptionValue.Confidential)
				.map(ClusterOption::text);
	}

	private static void requireChanges(ClusterDocument document) {
		for (Finding finding : ClusterValidation.check(document, Optional.of(CATALOG))) {
			for (QuickFix fix : finding.fixes()) {
				TextEdit.apply(document.text(), fix.edits());
			}
		}
		TextEdit.apply(document.text(), ClusterMigration.of(document).edits());
	}

	private static void requireConversion(ClusterDocument document) {
		if (document.configuration().form() == ConfigurationForm.CIB) {
			return;
		}
		ClusterConversion conversion = ClusterConversion.of(document, ConfigurationForm.CIB);
		ClusterDocument converted = read(conversion.text(), ConfigurationForm.CIB);
		if (conversion.losses().isEmpty()) {
			Set<String> names = names(document);
			Property.requireEqual(names, origins(converted, names), "a conversion without losses has the same devices");
		}
	}

	private static Set<String> names(ClusterDocument document) {
		Set<String> names = new TreeSet<>();
		for (FenceDevice device : document.configuration().devices()) {
			names.add(device.name() + " " + device.agent());
		}
		return names;
	}

	/** {@return the devices that those of a document come from}: a device that is told different things for different nodes became several, with numbers. */
	private static Set<String> origins(ClusterDocument converted, Set<String> known) {
		Set<String> origins = new TreeSet<>();
		for (FenceDevice device : converted.configuration().devices()) {
			String itself = device.name() + " " + device.agent();
			origins.add(known.contains(itself) ? itself : device.name().replaceFirst("-[0-9]+$", "") + " " + device.agent());
		}
		return origins;
	}

	private static ClusterDocument read(String text, ConfigurationForm form) {
		try {
			return ClusterDocument.parse(text, form);
		} catch (ClusterSyntaxException e) {
			throw new AssertionError("what was converted to " + form + " cannot be read, line " + e.line() + ": " + e.getMessage() + "\n" + text, e);
		}
	}
}
