package org.palisade.cluster.internal.convert;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.OtherContent;
import org.palisade.cluster.model.TextRange;

/**
 * A configuration as another form can say it, and what that form cannot say.
 *
 * @param configuration what it can
 * @param losses what it cannot, with the place in the original
 */
public record Converted(ClusterConfiguration configuration, List<OtherContent> losses) {

	/** Copies the list. */
	public Converted {
		losses = List.copyOf(losses);
	}

	/** Collects losses. */
	static final class Losses {

		private final List<OtherContent> losses = new ArrayList<>();

		void add(TextRange where, String message, Object... values) {
			losses.add(new OtherContent(NLS.bind(message, values), where));
		}

		List<OtherContent> all() {
			return List.copyOf(losses);
		}
	}
}
