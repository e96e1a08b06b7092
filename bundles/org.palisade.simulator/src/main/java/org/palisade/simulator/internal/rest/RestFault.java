package org.palisade.simulator.internal.rest;

import java.util.Locale;

import org.palisade.simulator.internal.model.VimFault;

/** A standard error of the API. */
public final class RestFault extends Exception {

	private static final long serialVersionUID = 1L;

	private final String type;

	/**
	 * An error.
	 *
	 * @param type its name in {@code com.vmware.vapi.std.errors}
	 * @param message the text for a person
	 */
	RestFault(String type, String message) {
		super(message);
		this.type = type;
	}

	/** The error in which a fault of the other API shows in this one, or that an order named in its notation, {@code ResourceBusy}. */
	static RestFault of(VimFault fault) {
		return of(fault.detail().type().name(), fault.getMessage());
	}

	static RestFault of(String name, String message) {
		return new RestFault(switch (name) {
		case "InvalidLogin", "NotAuthenticated" -> "unauthenticated";
		case "NoPermission" -> "unauthorized";
		case "ManagedObjectNotFound" -> "not_found";
		case "TaskInProgress" -> "resource_busy";
		case "InvalidPowerState", "InvalidState" -> "not_allowed_in_current_state";
		case "NotSupported" -> "unsupported";
		case "HostNotConnected", "HostNotReachable", "HostCommunication" -> "service_unavailable";
		default -> lowerCase(name);
		}, message);
	}

	private static String lowerCase(String camelCase) {
		return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
	}

	/** Its name. */
	String type() {
		return type;
	}

	/** The HTTP status that goes with it (VMware, vSphere Automation SDK, mapping of errors to HTTP). */
	int status() {
		return switch (type) {
		case "unauthenticated" -> 401;
		case "unauthorized" -> 403;
		case "not_found", "operation_not_found" -> 404;
		case "internal_server_error" -> 500;
		case "service_unavailable" -> 503;
		case "timed_out" -> 504;
		default -> 400;
		};
	}
}
