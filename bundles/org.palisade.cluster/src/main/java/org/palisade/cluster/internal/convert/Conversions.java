package org.palisade.cluster.internal.convert;

import java.util.ArrayList;
import java.util.List;

import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.OtherContent;

/** Puts the two steps of a conversion together: what is said, and how it is written. */
public final class Conversions {

	private Conversions() {
	}

	/** {@return the configuration as a form can say it} */
	public static Converted to(ClusterConfiguration source, ConfigurationForm form) {
		if (form == ConfigurationForm.CLUSTER_CONF) {
			return ToClusterConf.convert(source);
		}
		return source.form().isPacemaker() ? amongPacemaker(source, form) : ToPacemaker.convert(source, form);
	}

	private static Converted amongPacemaker(ClusterConfiguration source, ConfigurationForm form) {
		Converted.Losses losses = new Converted.Losses();
		source.others().forEach(other -> losses.add(other.where(), Messages.other, other.description()));
		return new Converted(new ClusterConfiguration(form, source.name(), source.version(), source.nodes(), source.devices(), source.levels(),
				source.properties(), List.of()), losses.all());
	}

	/** {@return the text, and further losses if that form has no words for some of it} */
	public static String write(Converted converted, List<OtherContent> losses) {
		Converted.Losses more = new Converted.Losses();
		String text = switch (converted.configuration().form()) {
			case CLUSTER_CONF -> ClusterConfWriter.write(converted.configuration());
			case CIB -> CibWriter.write(converted.configuration(), more);
			case CRMSH -> CrmshWriter.write(converted.configuration(), more);
			case PCS, PCS_CONFIG -> PcsWriter.write(converted.configuration(), more);
		};
		List<OtherContent> all = new ArrayList<>(converted.losses());
		all.addAll(more.all());
		losses.addAll(all);
		return text;
	}
}
