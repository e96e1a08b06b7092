package org.palisade.transport;

import java.util.Objects;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;
import org.palisade.transport.internal.CertificateFile;
import org.palisade.transport.internal.Messages;

/**
 * A server, how to reach it and whom to believe that it is the server. Immutable.
 *
 * @param address where it listens
 * @param tls whether TLS is spoken; plain HTTP otherwise
 * @param family which of its addresses may be used
 * @param trust which certificates are accepted; means nothing without TLS
 */
public record Endpoint(ServerAddress address, boolean tls, AddressFamily family, TrustPolicy trust) {

	private static final int HTTPS_PORT = 443;
	private static final int HTTP_PORT = 80;

	/** Refuses nulls. */
	public Endpoint {
		Objects.requireNonNull(address);
		Objects.requireNonNull(family);
		Objects.requireNonNull(trust);
	}

	/**
	 * {@return the endpoint that the standard options describe} HTTPS on port 443, unless {@code ssl} was given and is false: then plain
	 * HTTP on port 80.
	 *
	 * @throws FenceException of kind {@link FenceProblem.Kind#OPTION} when an option is malformed or contradicts another one
	 */
	public static Endpoint of(OptionValues options) throws FenceException {
		boolean plain = options.isGiven(StandardOptions.SSL) && !options.flag(StandardOptions.SSL);
		if (plain && (options.flag(StandardOptions.SSL_SECURE) || options.flag(StandardOptions.SSL_INSECURE))) {
			throw new FenceException(FenceProblem.Kind.OPTION, Messages.ssl_contradiction, Messages.ssl_contradiction_advice);
		}
		ServerAddress address = ServerAddress.parse(options.requiredText(StandardOptions.IP), options.number(StandardOptions.IP_PORT),
				plain ? HTTP_PORT : HTTPS_PORT);
		return new Endpoint(address, !plain, family(options), TrustPolicy.of(options));
	}

	/**
	 * Checks what can be checked of this endpoint without contacting the server: that a file of authorities holds certificates.
	 *
	 * @throws FenceException of kind {@link FenceProblem.Kind#OPTION} when it does not
	 */
	public void validate() throws FenceException {
		if (trust instanceof TrustPolicy.AuthoritiesFile authorities) {
			CertificateFile.read(authorities.file());
		}
	}

	private static AddressFamily family(OptionValues options) throws FenceException {
		boolean inet4 = options.flag(StandardOptions.INET4_ONLY);
		boolean inet6 = options.flag(StandardOptions.INET6_ONLY);
		if (inet4 && inet6) {
			throw new FenceException(FenceProblem.Kind.OPTION, Messages.family_contradiction, Messages.family_contradiction_advice);
		}
		if (inet4) {
			return AddressFamily.INET4;
		}
		return inet6 ? AddressFamily.INET6 : AddressFamily.ANY;
	}

	/** {@return the URL of a path on this server, for display} */
	public String url(String path) {
		return (tls ? "https://" : "http://") + address + path;
	}
}
