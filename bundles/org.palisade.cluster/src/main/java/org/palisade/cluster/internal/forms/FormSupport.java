package org.palisade.cluster.internal.forms;

import java.util.Optional;
import java.util.regex.Pattern;

import org.palisade.cluster.internal.cib.CibEditor;
import org.palisade.cluster.internal.cib.CibReader;
import org.palisade.cluster.internal.clusterconf.ClusterConfEditor;
import org.palisade.cluster.internal.clusterconf.ClusterConfReader;
import org.palisade.cluster.internal.crmsh.CrmshReader;
import org.palisade.cluster.internal.pcs.PcsCommandReader;
import org.palisade.cluster.internal.pcs.PcsOutputReader;
import org.palisade.cluster.internal.pcs.PcsQuotes;
import org.palisade.cluster.internal.text.WordEditor;
import org.palisade.cluster.internal.text.Words;
import org.palisade.cluster.internal.xml.XmlText;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.DocumentEditor;

/** Finds what belongs to a form. */
public final class FormSupport {

	private static final Pattern PCS_CONFIG_HEADING = Pattern.compile("(Cluster Name|Stonith Devices|Fencing Levels|Target):.*");

	private FormSupport() {
	}

	/** {@return what the text says in that form} */
	public static ClusterConfiguration read(ConfigurationForm form, String text) throws ClusterSyntaxException {
		if (!form.isXml()) {
			XmlText.requireCharacters(text);
		}
		return switch (form) {
			case CLUSTER_CONF -> ClusterConfReader.read(text);
			case CIB -> CibReader.read(text);
			case PCS_CONFIG -> PcsOutputReader.read(text);
			case PCS -> PcsCommandReader.read(text);
			case CRMSH -> CrmshReader.read(text);
		};
	}

	/** {@return what writes changes in the form of that configuration} */
	public static DocumentEditor editor(ClusterConfiguration configuration) {
		return switch (configuration.form()) {
			case CLUSTER_CONF -> new ClusterConfEditor(configuration);
			case CIB -> new CibEditor();
			case PCS_CONFIG -> new WordEditor(PcsQuotes::option, interval -> "");
			case PCS -> new WordEditor((name, value) -> Words.inShell(name + "=" + value), interval -> "monitor interval=" + interval);
			case CRMSH -> new WordEditor(Words::inCrmsh, interval -> "op monitor interval=" + interval);
		};
	}

	/** {@return the form in which a text is written, as far as that can be told} */
	public static Optional<ConfigurationForm> detect(String text) {
		Optional<String> root = XmlText.rootName(text);
		return root.isPresent() ? byRoot(root.get()) : byFirstLine(text);
	}

	/** {@return the form of a text of which only the beginning is known} */
	public static Optional<ConfigurationForm> detectBeginning(String beginning) {
		return beginning.stripLeading().startsWith("<") ? XmlText.rootNameOfBeginning(beginning).flatMap(FormSupport::byRoot) : byFirstLine(beginning);
	}

	private static Optional<ConfigurationForm> byRoot(String root) {
		if (root.equals(ClusterConfReader.ROOT)) {
			return Optional.of(ConfigurationForm.CLUSTER_CONF);
		}
		return CibReader.ROOTS.contains(root) ? Optional.of(ConfigurationForm.CIB) : Optional.empty();
	}

	private static Optional<ConfigurationForm> byFirstLine(String text) {
		return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).findFirst().flatMap(FormSupport::byLine);
	}

	private static Optional<ConfigurationForm> byLine(String line) {
		String word = line.strip().split("\\s+", 2)[0];
		if (PcsOutputReader.RESOURCE.matcher(line).matches() || PCS_CONFIG_HEADING.matcher(line.strip()).matches()) {
			return Optional.of(ConfigurationForm.PCS_CONFIG);
		}
		if (word.equals("pcs")) {
			return Optional.of(ConfigurationForm.PCS);
		}
		return CrmshReader.STATEMENTS.contains(word) ? Optional.of(ConfigurationForm.CRMSH) : Optional.empty();
	}
}
