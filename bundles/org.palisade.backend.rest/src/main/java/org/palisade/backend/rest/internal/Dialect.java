package org.palisade.backend.rest.internal;

/**
 * The two ways in which servers speak the same API. They differ in paths, in the names of query parameters and in the wrapping of values
 * and errors (VMware, "vSphere Automation REST API Programming Guide"; the reference of each operation names both paths).
 */
enum Dialect {

	/** Since vSphere 7.0 update 2: values stand alone, errors carry {@code error_type}. */
	API("/session", "") {
		@Override
		String power(String machine, String action) {
			return machine + "/power?action=" + action;
		}
	},

	/** Since vSphere 6.5, deprecated: values stand in {@code value}, errors carry {@code type}. */
	REST("/com/vmware/cis/session", "filter.") {
		@Override
		String power(String machine, String action) {
			return machine + "/power/" + action;
		}
	};

	private final String session;
	private final String parameterPrefix;

	Dialect(String session, String parameterPrefix) {
		this.session = session;
		this.parameterPrefix = parameterPrefix;
	}

	/** {@return the path of the session below the path of the API} */
	String session() {
		return session;
	}

	/** {@return what stands before the name of each filter parameter} */
	String parameterPrefix() {
		return parameterPrefix;
	}

	/**
	 * {@return the path and query that order a power operation}
	 *
	 * @param machine the path of the virtual machine
	 * @param action {@code start} or {@code stop}
	 */
	abstract String power(String machine, String action);
}
