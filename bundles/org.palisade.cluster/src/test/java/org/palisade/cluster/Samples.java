package org.palisade.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.Finding;
import org.palisade.core.option.OptionCatalog;

/** The sample configurations. */
final class Samples {

	static final List<String> ALL = List.of("two-node.conf", "old-ssh.conf", "documentation.crm", "production.cib.xml", "pcs-0.9.txt", "pcs-0.11.txt",
			"mixed.crm", "vcenter-plugin.crm");

	private Samples() {
	}

	static String text(String name) {
		try (InputStream in = Samples.class.getResourceAsStream("samples/" + name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static ClusterDocument document(String name) {
		return parse(text(name));
	}

	static ClusterDocument parse(String text) {
		try {
			return ClusterDocument.parse(text);
		} catch (ClusterSyntaxException e) {
			throw new AssertionError(e.line() + ": " + e.getMessage(), e);
		}
	}

	static List<Finding> check(ClusterDocument document) {
		return ClusterValidation.check(document, Optional.of(OptionCatalog.of(List.of())));
	}

	/** {@return the ids of what a check finds} */
	static List<String> ids(String text) {
		return check(parse(text)).stream().map(Finding::id).toList();
	}
}
