package org.palisade.cluster.internal.crmsh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.internal.form.ConfigurationBuilder;
import org.palisade.cluster.internal.text.Script;
import org.palisade.cluster.internal.text.Statement;
import org.palisade.cluster.internal.text.StatementReader;
import org.palisade.cluster.internal.text.Word;
import org.palisade.cluster.internal.text.Words;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.InsertionPoint;

/** Reads what {@code crm configure show} prints. */
public final class CrmshReader {

	/** The words with which a statement of crmsh begins. */
	public static final Set<String> STATEMENTS = Set.of("node", "primitive", "property", "fencing_topology", "rsc_template", "group", "clone", "ms",
			"location", "colocation", "order", "rsc_defaults", "op_defaults", "tag", "role", "user", "acl_target", "alert", "bundle", "xml");

	private final ConfigurationBuilder builder = new ConfigurationBuilder(ConfigurationForm.CRMSH);
	private final Map<String, CrmshPrimitive> templates = new HashMap<>();

	private CrmshReader() {
	}

	/**
	 * {@return what the text says}
	 *
	 * @throws ClusterSyntaxException when it is no text of crmsh
	 */
	public static ClusterConfiguration read(String text) throws ClusterSyntaxException {
		Script script = StatementReader.read(text, StatementReader.Dialect.CRMSH);
		CrmshReader reader = new CrmshReader();
		for (Statement statement : script.statements()) {
			if (!STATEMENTS.contains(statement.word(0))) {
				throw new ClusterSyntaxException(statement.where().line(), NLS.bind(Messages.not_crmsh, statement.where().line()));
			}
			reader.read(statement);
		}
		script.comments().forEach(comment -> reader.builder.other(Messages.comment, comment));
		return reader.builder.build();
	}

	private void read(Statement statement) {
		switch (statement.word(0)) {
			case "node" -> readNode(statement);
			case "primitive" -> readPrimitive(statement);
			case "rsc_template" -> readTemplate(statement);
			case "property" -> readProperties(statement);
			case "fencing_topology" -> readTopology(statement);
			default -> other(statement);
		}
	}

	private void other(Statement statement) {
		builder.other(NLS.bind(Messages.statement, statement.word(0), statement.word(1)), statement.where());
	}

	private void readNode(Statement statement) {
		List<ClusterOption> attributes = new ArrayList<>();
		List<Word> words = statement.words();
		int at = 1;
		while (at < words.size() - 1 && (words.get(at).text().startsWith("$id=") || words.get(at).text().endsWith(":"))) {
			String id = words.get(at).text();
			attributes.add(ClusterOption.of("id", id.endsWith(":") ? id.substring(0, id.length() - 1) : words.get(at).value()));
			at++;
		}
		if (at >= words.size()) {
			other(statement);
			return;
		}
		Word name = words.get(at);
		int colon = name.text().lastIndexOf(':');
		String bare = colon > 0 ? name.text().substring(0, colon) : name.text();
		if (colon > 0) {
			attributes.add(ClusterOption.of("type", name.text().substring(colon + 1)));
		}
		builder.node(new ClusterNode(bare, attributes, InsertionPoint.NONE, Words.part(name, 0, bare.length())));
		if (at + 1 < words.size()) {
			builder.other(NLS.bind(Messages.of_node, bare), words.get(at + 1).where());
		}
	}

	private void readPrimitive(Statement statement) {
		String spec = statement.word(2);
		CrmshPrimitive template = spec.startsWith("@") ? templates.get(spec.substring(1)) : null;
		if (template == null && !CrmshPrimitive.isDevice(statement)) {
			other(statement);
			return;
		}
		builder.device(CrmshPrimitive.read(statement, builder).toDevice(template));
	}

	private void readTemplate(Statement statement) {
		if (CrmshPrimitive.isDevice(statement)) {
			templates.put(statement.word(1), CrmshPrimitive.read(statement, builder));
		} else {
			other(statement);
		}
	}

	private void readProperties(Statement statement) {
		for (Word word : statement.words().subList(1, statement.words().size())) {
			if (word.isOption() && !word.text().startsWith("$")) {
				ClusterOption property = Words.option(word);
				if (property.name().equals("cluster-name")) {
					builder.name(property.text());
				}
				builder.property(property);
			} else if (word.text().equals("rule")) {
				builder.other(Messages.rule, word.where());
			}
		}
	}

	/** {@code TARGET: LEVEL LEVEL...}, where a level is names separated by commas; {@code pattern:} and {@code attr:} come without a colon. */
	private void readTopology(Statement statement) {
		FenceLevel.Target target = null;
		int index = 0;
		for (Word word : statement.words().subList(1, statement.words().size())) {
			String text = word.text();
			if (text.startsWith("pattern:")) {
				target = new FenceLevel.Target(FenceLevel.TargetKind.PATTERN, text.substring("pattern:".length()));
				index = 0;
			} else if (text.startsWith("attr:")) {
				target = new FenceLevel.Target(FenceLevel.TargetKind.ATTRIBUTE, text.substring("attr:".length()));
				index = 0;
			} else if (text.endsWith(":")) {
				target = new FenceLevel.Target(FenceLevel.TargetKind.NODE, text.substring(0, text.length() - 1));
				index = 0;
			} else {
				// Without a target a level is for all nodes.
				FenceLevel.Target whom = target == null ? new FenceLevel.Target(FenceLevel.TargetKind.PATTERN, ".*") : target;
				builder.level(new FenceLevel(whom, ++index, "", Words.uses(word), word.whole(), word.where()));
			}
		}
	}
}
