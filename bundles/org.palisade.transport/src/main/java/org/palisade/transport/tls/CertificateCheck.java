package org.palisade.transport.tls;

import java.security.cert.CertificateException;
import java.util.List;

/** Decides whether the other side is the server that is meant. */
@FunctionalInterface
public interface CertificateCheck {

	/**
	 * Returns when the server is accepted.
	 *
	 * @param chain what the server has shown, its own certificate first, each in DER form; never empty
	 * @throws CertificateException when it is not accepted
	 */
	void check(List<byte[]> chain) throws CertificateException;
}
