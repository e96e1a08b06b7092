package org.palisade.vsphere;

import com.vmware.vim25.LocalizedMethodFault;
import com.vmware.vim25.ManagedObjectNotFound;
import com.vmware.vim25.MethodFault;
import com.vmware.vim25.NoPermission;
import com.vmware.vim25.NotAuthenticated;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.vsphere.internal.FaultNames;
import org.palisade.vsphere.internal.FaultText;
import org.palisade.vsphere.internal.Messages;
import org.palisade.vsphere.internal.ServerText;

/** Tells faults of the vSphere API in the terms of fencing. */
public final class Faults {

	private Faults() {
	}

	/** {@return the name of the fault's type, also when yavijava does not have the type} */
	public static String name(MethodFault fault) {
		return FaultNames.of(fault);
	}

	/** {@return the server's words about a fault that a call threw, on one line; empty when it had none} */
	public static String text(MethodFault fault) {
		return fault.detail instanceof FaultText text ? text.getMessage() : "";
	}

	/** {@return the problem that a fault is which a call threw} Of kind PROTOCOL when it says nothing that a user could act upon. */
	public static FenceProblem ofCall(MethodFault fault) {
		return problem(fault, text(fault), Kind.PROTOCOL);
	}

	/** {@return the problem that a fault is with which the server refused an operation} Of kind TASK when there is no closer one. */
	public static FenceProblem ofOperation(MethodFault fault) {
		return problem(fault, text(fault), Kind.TASK);
	}

	/**
	 * {@return the problem that a fault is which came as a value, of a failed task or a property that could not be read}
	 *
	 * @param otherwise the kind when there is no closer one
	 */
	public static FenceProblem of(LocalizedMethodFault error, Kind otherwise) {
		String text = error.getLocalizedMessage() == null ? "" : ServerText.sanitised(error.getLocalizedMessage());
		return problem(error.getFault() == null ? new MethodFault() : error.getFault(), text, otherwise);
	}

	private static FenceProblem problem(MethodFault fault, String text, Kind otherwise) {
		// That no session is there is, by its type, a lack of permission too.
		if (fault instanceof NoPermission denied && !(fault instanceof NotAuthenticated)) {
			return noPermission(denied);
		}
		if (fault instanceof ManagedObjectNotFound gone && gone.getObj() != null) {
			return new FenceProblem(Kind.NOT_FOUND, NLS.bind(Messages.fault_gone, gone.getObj().getVal()), Messages.fault_gone_advice);
		}
		String name = name(fault);
		String message = text.isEmpty() || text.equals(name) ? NLS.bind(Messages.fault, name) : NLS.bind(Messages.fault_text, name, text);
		return new FenceProblem(kind(name, otherwise), message, advice(name));
	}

	private static FenceProblem noPermission(NoPermission denied) {
		String privilege = denied.getPrivilegeId() == null ? "?" : ServerText.sanitised(denied.getPrivilegeId());
		String object = denied.getObject() == null ? "?" : ServerText.sanitised(denied.getObject().getVal());
		return new FenceProblem(Kind.PRIVILEGE, NLS.bind(Messages.fault_no_permission, privilege, object),
				NLS.bind(Messages.fault_no_permission_advice, privilege));
	}

	private static Kind kind(String name, Kind otherwise) {
		return switch (name) {
		case "InvalidLogin", "NotAuthenticated", "PasswordExpired" -> Kind.LOGIN;
		case "RestrictedVersion", "RestrictedByAdministrator", "NoClientCertificate" -> Kind.PRIVILEGE;
		case "ManagedObjectNotFound" -> Kind.NOT_FOUND;
		default -> otherwise;
		};
	}

	private static String advice(String name) {
		return switch (name) {
		case "InvalidLogin" -> Messages.advice_invalid_login;
		case "PasswordExpired" -> Messages.advice_password_expired;
		case "NotAuthenticated" -> Messages.advice_not_authenticated;
		case "InvalidPowerState" -> Messages.advice_power_state;
		case "TaskInProgress" -> Messages.advice_task_in_progress;
		case "HostNotConnected", "HostNotReachable", "HostCommunication", "NoHost", "HostConnectFault" -> Messages.advice_host_not_connected;
		case "NotEnoughLicenses", "NotEnoughCpus", "InsufficientResourcesFault", "NoCompatibleHost", "InsufficientFailoverResourcesFault" ->
			Messages.advice_resources;
		case "RequestCanceled" -> Messages.advice_task_cancelled;
		case "RestrictedVersion" -> Messages.advice_restricted_version;
		default -> Messages.advice_other;
		};
	}
}
