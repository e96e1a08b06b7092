package org.palisade.ui.internal.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.core.option.FenceAction;
import org.palisade.ui.internal.inventory.MachineTarget;

/** A command on machines that tells why it is disabled, where it is shown. */
abstract class MachineHandler extends AbstractHandler implements IElementUpdater {

	private final FenceAction action;
	private final String command;
	private final String title;
	private Optional<String> reason = Optional.empty();

	/**
	 * @param action what it does
	 * @param command its id
	 * @param title its name, for a tool tip
	 */
	MachineHandler(FenceAction action, String command, String title) {
		this.action = action;
		this.command = command;
		this.title = title;
	}

	final FenceAction action() {
		return action;
	}

	@Override
	public void setEnabled(Object evaluationContext) {
		List<VirtualMachine> machines = Selected.machines(evaluationContext);
		Optional<String> now = machines.isEmpty() ? Optional.of(Selected.reasonForNone(evaluationContext)) : Availability.reasonAgainst(action, machines);
		setBaseEnabled(now.isEmpty());
		if (!now.equals(reason)) {
			reason = now;
			// Not now: this is called while the workbench asks all handlers.
			Display.getCurrent().asyncExec(this::refresh);
		}
	}

	private void refresh() {
		if (PlatformUI.isWorkbenchRunning()) {
			PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(command, null);
		}
	}

	@Override
	public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
		element.setTooltip(reason.map(why -> NLS.bind(Messages.disabled, title, why)).orElse(title));
	}

	@Override
	public final Object execute(ExecutionEvent event) {
		List<MachineTarget> targets = Selected.targets(event.getApplicationContext());
		// What is selected may have changed since it was enabled.
		if (Availability.reasonAgainst(action, targets.stream().map(MachineTarget::machine).toList()).isEmpty()) {
			run(event, targets);
		}
		return null;
	}

	abstract void run(ExecutionEvent event, List<MachineTarget> targets);
}
