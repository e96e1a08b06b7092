package org.palisade.backend.rest.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PowerState;
import org.palisade.api.time.Deadline;

/**
 * Lists the virtual machines that the options leave, and checks that there are any. The API answers with all of them at once or, when they
 * are more than its limit (4000 since vSphere 7.0, 1000 before), with an error.
 */
final class Listing {

	private static final String TOO_MANY = "UNABLE_TO_ALLOCATE_RESOURCE";

	private final AutomationSession session;
	private final Scope scope;
	private final Deadline deadline;
	private final Inventory inventory;

	Listing(AutomationSession session, Scope scope, Deadline deadline) {
		this.session = session;
		this.scope = scope;
		this.deadline = deadline;
		this.inventory = new Inventory(session, deadline);
	}

	void list(boolean withPower, Consumer<ListedPlug> consumer) throws FenceException {
		Optional<List<JsonObject>> rows = rows();
		if (rows.isEmpty()) {
			throw new FenceException(Kind.PROTOCOL, Messages.too_many, Messages.too_many_advice);
		}
		for (JsonObject row : rows.get()) {
			String name = InventoryNames.decoded(row.requiredText("name"));
			PowerState power = withPower ? row.text("power_state").map(PlugReader::power).orElse(PowerState.UNKNOWN) : PowerState.UNKNOWN;
			consumer.accept(new ListedPlug(name, row.requiredText("vm"), power));
		}
	}

	/**
	 * Checks that the account sees the machine, or any. Its privileges cannot be asked for in this API.
	 *
	 * @throws FenceException when it does not
	 */
	void check(Optional<Plug> plug) throws FenceException {
		if (plug.isPresent()) {
			new PlugReader(inventory).state(plug.get());
		} else {
			Optional<List<JsonObject>> rows = rows();
			if (rows.isPresent() && rows.get().isEmpty()) {
				throw new FenceException(Kind.PRIVILEGE, Messages.nothing_visible, Messages.nothing_visible_advice);
			}
		}
		if (inventory.hosts(new Query()).isEmpty()) {
			session.context().diagnostics().warning(Messages.no_hosts_visible);
		}
	}

	/** {@return the rows, empty when there are more than the server lists} */
	private Optional<List<JsonObject>> rows() throws FenceException {
		Query query = new Query().and(scope.filter());
		if (scope.datacenter().isPresent()) {
			query.with("datacenters", new Datacenters(inventory).require(scope.datacenter().get()).id());
		}
		Reply reply = session.ask(Inventory.MACHINE + query.text(session.dialect()), deadline);
		if (reply instanceof Reply.Value value) {
			return Optional.of(JsonObject.listOf(value.content()));
		}
		ApiError error = ((Reply.Refusal) reply).error();
		if (error.is(TOO_MANY)) {
			return Optional.empty();
		}
		throw new FenceException(ApiProblems.ofCall(error));
	}
}
