package org.palisade.backend.esx.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.vmware.vim25.ArrayOfAuthorizationRole;
import com.vmware.vim25.ArrayOfInt;
import com.vmware.vim25.AuthorizationRole;
import com.vmware.vim25.EntityPrivilege;
import com.vmware.vim25.InvalidRequest;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.MethodFault;
import com.vmware.vim25.NotImplemented;
import com.vmware.vim25.NotSupported;
import com.vmware.vim25.PrivilegeAvailability;

import org.palisade.api.FenceException;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.Faults;
import org.palisade.vsphere.ObjectProperties;
import org.palisade.vsphere.PropertyRetrieval;
import org.palisade.vsphere.Specifications;
import org.palisade.vsphere.VSphereSession;

/**
 * Which of the privileges that fencing needs the session has.
 * <p>
 * From API 5.5 on the server is asked directly (AuthorizationManager.HasPrivilegeOnEntities); before, and where it cannot answer, the
 * privileges of the effective roles are put together, which is what the server would do.
 */
final class Privileges {

	private static final List<String> POWER = List.of("VirtualMachine.Interact.PowerOn", "VirtualMachine.Interact.PowerOff");
	private static final String RESET = "VirtualMachine.Interact.Reset";

	private final VSphereSession session;
	private final List<String> needed;
	private final Deadline deadline;

	Privileges(VSphereSession session, List<String> needed, Deadline deadline) {
		this.session = session;
		this.needed = needed;
		this.deadline = deadline;
	}

	/** {@return the privileges that fencing needs} */
	static List<String> needed(boolean resets) {
		return resets ? List.of(POWER.get(0), POWER.get(1), RESET) : POWER;
	}

	/** {@return what is lacking on the object on which least is lacking; empty when one of them could be fenced} */
	List<String> lacking(List<ManagedObjectReference> objects) throws FenceException {
		if (!session.hasApi(5, 5)) {
			return byRoles(objects);
		}
		try {
			return leastLacking(session.attempt(deadline,
					stub -> stub.hasPrivilegeOnEntities(session.content().getAuthorizationManager(),
							objects.toArray(ManagedObjectReference[]::new), session.key(), needed.toArray(String[]::new))));
		} catch (InvalidRequest | NotSupported | NotImplemented unanswerable) {
			return byRoles(objects);
		} catch (MethodFault fault) {
			throw new FenceException(Faults.ofCall(fault));
		}
	}

	private List<String> leastLacking(EntityPrivilege[] answers) {
		List<String> least = needed;
		for (EntityPrivilege answer : answers == null ? new EntityPrivilege[0] : answers) {
			Set<String> granted = new HashSet<>();
			if (answer.getPrivAvailability() != null) {
				for (PrivilegeAvailability privilege : answer.getPrivAvailability()) {
					if (privilege.isGranted) {
						granted.add(privilege.getPrivId());
					}
				}
			}
			least = fewer(least, granted);
		}
		return least;
	}

	private List<String> byRoles(List<ManagedObjectReference> objects) throws FenceException {
		AuthorizationRole[] roles = roles();
		List<String> least = needed;
		var specification = Specifications.filter(List.of(Specifications.properties("ManagedEntity", List.of("effectiveRole"))),
				objects.stream().map(object -> Specifications.object(object, false)).toList());
		for (ObjectProperties object : PropertyRetrieval.all(session, specification, deadline)) {
			int[] effective = object.value("effectiveRole", ArrayOfInt.class).map(ArrayOfInt::get_int).orElse(new int[0]);
			least = fewer(least, granted(roles, effective));
		}
		return least;
	}

	private AuthorizationRole[] roles() throws FenceException {
		ManagedObjectReference manager = session.content().getAuthorizationManager();
		var specification = Specifications.filter(List.of(Specifications.properties("AuthorizationManager", List.of("roleList"))),
				List.of(Specifications.object(manager, false)));
		for (ObjectProperties object : PropertyRetrieval.all(session, specification, deadline)) {
			AuthorizationRole[] roles = object.value("roleList", ArrayOfAuthorizationRole.class)
					.map(ArrayOfAuthorizationRole::getAuthorizationRole).orElse(null);
			if (roles != null) {
				return roles;
			}
		}
		return new AuthorizationRole[0];
	}

	private static Set<String> granted(AuthorizationRole[] roles, int[] effective) {
		Set<String> granted = new HashSet<>();
		for (AuthorizationRole role : roles) {
			for (int id : effective) {
				if (role.roleId == id && role.privilege != null) {
					granted.addAll(List.of(role.privilege));
				}
			}
		}
		return granted;
	}

	private List<String> fewer(List<String> least, Set<String> granted) {
		List<String> lacking = new ArrayList<>(needed);
		lacking.removeAll(granted);
		return lacking.size() < least.size() ? lacking : least;
	}
}
