package org.palisade.ui.internal.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.ISources;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.connections.Connection;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.inventory.Inventories;
import org.palisade.ui.internal.inventory.InventoryElement;
import org.palisade.ui.internal.inventory.MachineTarget;
import org.palisade.ui.internal.inventory.StandsForMachine;

/** What a command is about, from where commands look for it. */
final class Selected {

	private Selected() {
	}

	private static List<Object> objects(Object evaluationContext) {
		Object selection = evaluationContext instanceof IEvaluationContext context ? context.getVariable(ISources.ACTIVE_CURRENT_SELECTION_NAME) : null;
		return selection instanceof IStructuredSelection structured ? Arrays.asList(structured.toArray()) : List.of();
	}

	private static List<InventoryElement> elements(Object evaluationContext) {
		return objects(evaluationContext).stream().map(Selected::element).flatMap(Optional::stream).toList();
	}

	private static Optional<InventoryElement> element(Object object) {
		if (object instanceof StandsForMachine standIn) {
			return standIn.machineElement();
		}
		return object instanceof InventoryElement element ? Optional.of(element) : Optional.empty();
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
		return machines.size() == objects(evaluationContext).size() ? machines : List.of();
	}

	/** {@return the selected machines with all that a user has to know, each once; none when anything else is selected too} */
	static List<MachineTarget> targets(Object evaluationContext) {
		List<InventoryElement> elements = elements(evaluationContext);
		List<MachineTarget> targets = elements.stream().map(MachineTarget::of).flatMap(Optional::stream).toList();
		return targets.size() == objects(evaluationContext).size() ? targets.stream().distinct().toList() : List.of();
	}

	/** {@return why no machine is selected} */
	static String reasonForNone(Object evaluationContext) {
		return objects(evaluationContext).stream().filter(StandsForMachine.class::isInstance).map(StandsForMachine.class::cast)
				.filter(standIn -> standIn.machineElement().isEmpty()).map(StandsForMachine::reasonForNone).findFirst().orElse(Messages.select_machine);
	}

	/** {@return the selected connections, none when anything else is selected too} */
	static List<Connection> connections(Object evaluationContext) {
		List<InventoryElement> elements = elements(evaluationContext);
		boolean all = elements.size() == objects(evaluationContext).size() && elements.stream().allMatch(element -> element.object().isEmpty());
		return all ? elements.stream().map(InventoryElement::connection).toList() : List.of();
	}

	/** {@return whether nothing is selected} */
	static boolean isNothing(Object evaluationContext) {
		return objects(evaluationContext).isEmpty();
	}

	/** {@return the connections of what is selected, each once, whatever it is} */
	static List<Connection> servers(Object evaluationContext) {
		return elements(evaluationContext).stream().map(InventoryElement::connection).distinct().toList();
	}
}
