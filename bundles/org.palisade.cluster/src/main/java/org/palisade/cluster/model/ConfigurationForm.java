package org.palisade.cluster.model;

import java.util.Optional;

/** The forms in which a cluster's configuration is written. */
public enum ConfigurationForm {

	/** {@code /etc/cluster/cluster.conf} of RHCS. */
	CLUSTER_CONF("cluster.conf"),
	/** Pacemaker's CIB in XML, as {@code cibadmin --query} prints it. */
	CIB("cib"),
	/** What {@code pcs stonith config} prints, {@code pcs stonith show --full} of older versions, or {@code pcs config}. */
	PCS_CONFIG("pcs-config"),
	/** Commands {@code pcs stonith create} and so on, as {@code pcs stonith config --output-format=cmd} prints them. */
	PCS("pcs"),
	/** What {@code crm configure show} prints and {@code crm configure load} reads. */
	CRMSH("crmsh");

	private final String id;

	ConfigurationForm(String id) {
		this.id = id;
	}

	/** {@return the name by which a user chooses this form} */
	public String id() {
		return id;
	}

	/** {@return whether this form configures Pacemaker, and not RHCS} */
	public boolean isPacemaker() {
		return this != CLUSTER_CONF;
	}

	/** {@return whether this form is XML} */
	public boolean isXml() {
		return this == CLUSTER_CONF || this == CIB;
	}

	/** {@return the form of that name} */
	public static Optional<ConfigurationForm> byId(String id) {
		for (ConfigurationForm form : values()) {
			if (form.id.equals(id)) {
				return Optional.of(form);
			}
		}
		return Optional.empty();
	}
}
