package org.palisade.tls.boringssl.internal;

import java.util.Map;

import org.palisade.transport.tls.TlsFailure;
import org.palisade.transport.tls.TlsFailure.Reason;

/** What the errors of BoringSSL mean. They look like {@code error:1000010b:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER}. */
final class NativeErrors {

	private static final Map<String, Reason> REASONS = Map.of( //
			"WRONG_VERSION_NUMBER", Reason.NOT_TLS, //
			"HTTP_REQUEST", Reason.NOT_TLS, //
			"INVALID_ALERT", Reason.NOT_TLS, //
			"UNSUPPORTED_PROTOCOL", Reason.TOO_OLD, //
			"TLSV1_ALERT_PROTOCOL_VERSION", Reason.TOO_OLD, //
			"SSLV3_ALERT_HANDSHAKE_FAILURE", Reason.TOO_OLD, //
			"HANDSHAKE_FAILURE_ON_CLIENT_HELLO", Reason.TOO_OLD, //
			"CERTIFICATE_VERIFY_FAILED", Reason.REFUSED);

	private NativeErrors() {
	}

	static TlsFailure failure(String error) {
		String text = error == null ? "" : error;
		String name = text.substring(text.lastIndexOf(':') + 1);
		return new TlsFailure(REASONS.getOrDefault(name, Reason.OTHER), name.isEmpty() ? "unknown error" : name);
	}
}
