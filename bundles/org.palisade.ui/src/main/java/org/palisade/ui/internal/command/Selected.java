package org.palisade.ui.internal.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.ISources;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.connections.Connection;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.inventory.Inventories;
import org.palisade.ui.internal.inventory.InventoryElement;
import org.palisade.ui.internal.inventory.MachineTarget;

/** What a command is about, from where commands look for it. */
final class Selected {

	private Selected() {
	}

	static List<InventoryElement> elements(Object evaluationContext) {
		Object selection = evaluationContext instanceof IEvaluationContext context ? context.getVariable(ISources.ACTIVE_CURRENT_SELECTION_NAME) : null;
		if (!(selection instanceof IStructuredSelection structured)) {
			return List.of();
		}
		return Stream.of(structured.toArray()).filter(InventoryElement.class::isInstance).map(InventoryElement.class::cast).toList();
	}

	/**
	 * {@return the selected machines of servers that are connected, none when anything else is selected too} For what is asked at each selection: paths
	 * and clusters are not looked up.
	 */
	static List<VirtualMachine> machines(Object evaluationContext) {
		List<InventoryElement> elements = elements(evaluationContext);
		Inventories inventories = PalisadeUi.instance().inventories();
		List<VirtualMachine> machines = elements.stream().filter(element -> inventories.find(element.connection()).isPresent())
				.map(InventoryElement::machine).flatMap(Optional::stream).toList();
		return machines.size() == elements.size() ? machines : List.of();
	}

	/** {@return the selected machines with all that a user has to know, none when anything else is selected too} */
	static List<MachineTarget> targets(Object evaluationContext) {
		List<InventoryElement> elements = elements(evaluationContext);
		List<MachineTarget> targets = elements.stream().map(MachineTarget::of).flatMap(Optional::stream).toList();
		return targets.size() == elements.size() ? targets : List.of();
	}

	/** {@return the selected connections, none when anything else is selected too} */
	static List<Connection> connections(Object evaluationContext) {
		List<InventoryElement> elements = elements(evaluationContext);
		boolean all = elements.stream().allMatch(element -> element.object().isEmpty());
		return all ? elements.stream().map(InventoryElement::connection).toList() : List.of();
	}
}
