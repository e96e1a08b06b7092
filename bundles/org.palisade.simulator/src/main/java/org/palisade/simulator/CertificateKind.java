package org.palisade.simulator;

/** Which self-signed certificate the simulated server shows. */
public enum CertificateKind {
	/** Valid now, for {@code localhost}, {@code 127.0.0.1} and {@code ::1}. */
	VALID,
	/** Valid now, but for another host's name. */
	WRONG_HOST,
	/** For the right names, but expired yesterday. */
	EXPIRED
}
