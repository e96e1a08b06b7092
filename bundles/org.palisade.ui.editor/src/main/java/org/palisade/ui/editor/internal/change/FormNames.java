package org.palisade.ui.editor.internal.change;

import org.palisade.cluster.model.ConfigurationForm;

/** What the forms are called, and what their files usually are. */
final class FormNames {

	private FormNames() {
	}

	static String of(ConfigurationForm form) {
		return switch (form) {
			case CLUSTER_CONF -> Messages.form_cluster_conf;
			case CIB -> Messages.form_cib;
			case PCS, PCS_CONFIG -> Messages.form_pcs;
			case CRMSH -> Messages.form_crmsh;
		};
	}

	static String file(ConfigurationForm form) {
		return switch (form) {
			case CLUSTER_CONF -> "cluster.conf";
			case CIB -> "cib.xml";
			case PCS, PCS_CONFIG -> "stonith.pcs";
			case CRMSH -> "stonith.crm";
		};
	}
}
