package org.palisade.backend.rest.internal;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;

/**
 * Tells errors of the API in the terms of fencing. Only what the API itself calls NOT_FOUND is taken for a plug that is gone: a proxy
 * answers 404 as well while the service behind it starts.
 */
final class ApiProblems {

	private ApiProblems() {
	}

	/** {@return the problem that an error is with which a look-up or a read was answered} */
	static FenceProblem ofCall(ApiError error) {
		return problem(error, Kind.PROTOCOL);
	}

	/** {@return the problem that an error is with which a power operation was refused} */
	static FenceProblem ofOperation(ApiError error) {
		return problem(error, Kind.TASK);
	}

	private static FenceProblem problem(ApiError error, Kind otherwise) {
		String message = error.message().isEmpty() ? NLS.bind(Messages.error, error.title())
				: NLS.bind(Messages.error_text, error.title(), error.message());
		return new FenceProblem(kind(error, otherwise), message, advice(error));
	}

	private static Kind kind(ApiError error, Kind otherwise) {
		if (error.type().isEmpty()) {
			return switch (error.status()) {
			case 401 -> Kind.LOGIN;
			case 403 -> Kind.PRIVILEGE;
			default -> Kind.PROTOCOL;
			};
		}
		return switch (error.type().get()) {
		case "UNAUTHENTICATED" -> Kind.LOGIN;
		case "UNAUTHORIZED" -> Kind.PRIVILEGE;
		case "NOT_FOUND" -> Kind.NOT_FOUND;
		case "RESOURCE_INACCESSIBLE" -> Kind.UNVERIFIED;
		default -> otherwise;
		};
	}

	private static String advice(ApiError error) {
		if (error.type().isEmpty()) {
			return error.status() >= 500 ? Messages.advice_unavailable : Messages.advice_no_api_error;
		}
		return switch (error.type().get()) {
		case "UNAUTHENTICATED" -> Messages.advice_unauthenticated;
		case "UNAUTHORIZED" -> Messages.advice_unauthorized;
		case "NOT_FOUND" -> Messages.advice_not_found;
		case "RESOURCE_INACCESSIBLE" -> Messages.advice_inaccessible;
		case "RESOURCE_BUSY", "RESOURCE_IN_USE", "CONCURRENT_CHANGE" -> Messages.advice_busy;
		case "UNABLE_TO_ALLOCATE_RESOURCE" -> Messages.advice_resources;
		case "ALREADY_IN_DESIRED_STATE", "NOT_ALLOWED_IN_CURRENT_STATE" -> Messages.advice_state;
		case "SERVICE_UNAVAILABLE", "TIMED_OUT", "INTERNAL_SERVER_ERROR" -> Messages.advice_unavailable;
		default -> Messages.advice_other;
		};
	}
}
