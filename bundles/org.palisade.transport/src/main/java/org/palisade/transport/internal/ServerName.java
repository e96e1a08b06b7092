package org.palisade.transport.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.palisade.transport.ServerAddress;

/**
 * Whether a certificate is for a server: RFC 9110, section 4.3.4, and RFC 6125. Only subject alternative names count. A wildcard stands for exactly
 * one label, the leftmost, and at least two labels follow it.
 */
final class ServerName {

	/** Kinds of a subject alternative name, RFC 5280, 4.2.1.6. */
	private static final int DNS_NAME = 2;
	private static final int IP_ADDRESS = 7;

	private ServerName() {
	}

	/** @throws CertificateException of this very type, which stands for another name, when the certificate is not for the server */
	static void check(X509Certificate leaf, ServerAddress server) throws CertificateException {
		Collection<List<?>> alternatives;
		try {
			alternatives = leaf.getSubjectAlternativeNames();
		} catch (CertificateParsingException unreadable) {
			throw new CertificateException("unreadable names", unreadable);
		}
		for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
			int kind = (Integer) alternative.get(0);
			if (server.isLiteral() ? kind == IP_ADDRESS && isSameAddress((String) alternative.get(1), server.host())
					: kind == DNS_NAME && matches((String) alternative.get(1), server.host())) {
				return;
			}
		}
		throw new CertificateException("another name");
	}

	private static boolean isSameAddress(String inCertificate, String host) {
		try {
			// Both are numbers, so nothing is looked up.
			return InetAddress.getByName(inCertificate).equals(InetAddress.getByName(host));
		} catch (UnknownHostException malformed) {
			return false;
		}
	}

	static boolean matches(String pattern, String host) {
		String expected = withoutFinalDot(pattern);
		String name = withoutFinalDot(host);
		if (!expected.startsWith("*.")) {
			return !expected.isEmpty() && expected.equals(name);
		}
		String parent = expected.substring(1);
		int firstDot = name.indexOf('.');
		return parent.indexOf('*') < 0 && parent.indexOf('.', 1) > 1 && firstDot > 0 && name.substring(firstDot).equals(parent);
	}

	private static String withoutFinalDot(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
	}
}
