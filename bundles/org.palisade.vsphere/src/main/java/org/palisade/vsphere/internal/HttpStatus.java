package org.palisade.vsphere.internal;

import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.transport.Endpoint;
import org.palisade.transport.HttpAnswer;

/** Says what a status means that is no SOAP answer. Bodies are not shown: a confused server might echo the request. */
final class HttpStatus {

	private HttpStatus() {
	}

	/**
	 * @throws FenceException unless the status is one with which SOAP answers and faults come
	 */
	static void check(Endpoint endpoint, HttpAnswer answer) throws FenceException {
		int status = answer.status();
		switch (status) {
		case 200, 500 -> {
			// a SOAP answer or fault, or else the reader says so
		}
		case 301, 302, 303, 307, 308 -> throw problem(Kind.PROTOCOL, NLS.bind(Messages.http_redirect, endpoint.address(), location(answer)),
				endpoint.tls() ? Messages.http_redirect_advice : Messages.http_redirect_plain_advice);
		case 401, 403 -> throw problem(Kind.LOGIN, NLS.bind(Messages.http_refused, endpoint.address(), status), Messages.http_refused_advice);
		case 404 -> throw problem(Kind.PROTOCOL, NLS.bind(Messages.http_not_found, endpoint.address()), Messages.not_soap_advice);
		case 502, 503, 504 -> throw problem(Kind.PROTOCOL, NLS.bind(Messages.http_unavailable, endpoint.address(), status),
				Messages.http_unavailable_advice);
		default -> throw problem(Kind.PROTOCOL, NLS.bind(Messages.http_other, endpoint.address(), status), Messages.not_soap_advice);
		}
	}

	private static String location(HttpAnswer answer) {
		List<String> locations = answer.headers("location");
		return locations.isEmpty() ? "?" : ServerText.sanitised(locations.get(0));
	}

	private static FenceException problem(Kind kind, String message, String advice) {
		return new FenceException(kind, message, advice);
	}
}
