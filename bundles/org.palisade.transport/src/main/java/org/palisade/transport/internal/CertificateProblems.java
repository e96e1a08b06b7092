package org.palisade.transport.internal;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.text.DateFormat;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.StringJoiner;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceProblem;
import org.palisade.transport.ServerAddress;

/** Says why a certificate was refused and what to do about it. */
final class CertificateProblems {

	/** Kinds of a subject alternative name, RFC 5280, 4.2.1.6. */
	private static final int DNS_NAME = 2;
	private static final int IP_ADDRESS = 7;

	private CertificateProblems() {
	}

	static FenceProblem refused(ServerAddress server, X509Certificate leaf, CertificateException refusal) {
		String fingerprint = Fingerprint.display(leaf);
		if (isCausedBy(refusal, CertificateExpiredException.class)) {
			return problem(NLS.bind(Messages.tls_expired, server, date(leaf.getNotAfter())),
					NLS.bind(Messages.tls_expired_advice, fingerprint));
		}
		if (isCausedBy(refusal, CertificateNotYetValidException.class)) {
			return problem(NLS.bind(Messages.tls_not_yet, server, date(leaf.getNotBefore())), Messages.tls_not_yet_advice);
		}
		// The JDK checks the chain first, with exceptions of special types, and the name last, with this very type.
		if (refusal.getClass() == CertificateException.class) {
			return problem(NLS.bind(Messages.tls_wrong_name, server.host(), names(leaf)),
					NLS.bind(Messages.tls_wrong_name_advice, fingerprint));
		}
		if (isCausedBy(refusal, CertPathValidatorException.class)) {
			return problem(NLS.bind(Messages.tls_bad_chain, server, Texts.of(refusal)), NLS.bind(Messages.tls_unknown_ca_advice, fingerprint));
		}
		return problem(NLS.bind(Messages.tls_unknown_ca, server, Texts.sanitised(leaf.getIssuerX500Principal().getName())),
				NLS.bind(Messages.tls_unknown_ca_advice, fingerprint));
	}

	static FenceProblem otherFingerprint(ServerAddress server, X509Certificate leaf) {
		String fingerprint = Fingerprint.display(leaf);
		return problem(NLS.bind(Messages.tls_other_pin, server, fingerprint), NLS.bind(Messages.tls_other_pin_advice, fingerprint));
	}

	private static FenceProblem problem(String message, String advice) {
		return new FenceProblem(FenceProblem.Kind.TLS, message, advice);
	}

	private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

	private static String names(X509Certificate leaf) {
		StringJoiner names = new StringJoiner(", ");
		names.setEmptyValue(Texts.sanitised(leaf.getSubjectX500Principal().getName()));
		try {
			Collection<List<?>> alternatives = leaf.getSubjectAlternativeNames();
			for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
				int kind = (Integer) alternative.get(0);
				if (kind == DNS_NAME || kind == IP_ADDRESS) {
					names.add(Texts.sanitised(String.valueOf(alternative.get(1))));
				}
			}
		} catch (CertificateParsingException unreadable) {
			return names.toString();
		}
		return names.toString();
	}

	private static String date(Date date) {
		return DateFormat.getDateInstance(DateFormat.MEDIUM).format(date);
	}
}
