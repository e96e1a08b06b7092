package org.palisade.ui.internal.command;

import java.util.List;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.core.option.FenceAction;
import org.palisade.operations.ClusterRoles;
import org.palisade.ui.internal.Help;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.inventory.InventoryLabels;
import org.palisade.ui.internal.inventory.MachineTarget;

/** Asks before a machine is interrupted, and says exactly which. The button that Enter presses is Cancel. */
final class ConfirmDialog extends MessageDialog {

	private static final int WIDTH = 420;
	private static final int MOST_HEIGHT = 260;

	private static final int CANCEL = 1;

	private final List<MachineTarget> targets;

	private ConfirmDialog(Shell parent, String title, String message, String button, List<MachineTarget> targets) {
		super(parent, title, null, message, MessageDialog.WARNING, CANCEL, button, IDialogConstants.CANCEL_LABEL);
		this.targets = targets;
	}

	static boolean confirm(Shell parent, FenceAction action, List<MachineTarget> targets) {
		boolean off = action == FenceAction.OFF;
		String message = targets.size() == 1 ? (off ? Messages.confirm_off : Messages.confirm_reboot)
				: NLS.bind(off ? Messages.confirm_off_several : Messages.confirm_reboot_several, targets.size());
		String button = off ? Messages.button_off : Messages.button_reboot;
		return new ConfirmDialog(parent, off ? Messages.title_off : Messages.title_reboot, message, button, targets).open() == 0;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(shell, Help.CONFIRM);
	}

	/** A field with several lines would have the focus otherwise, and keep Enter for itself. */
	@Override
	public void create() {
		super.create();
		getButton(CANCEL).setFocus();
	}

	@Override
	protected Control createCustomArea(Composite parent) {
		ScrolledComposite scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
		Composite fields = new Composite(scrolled, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).spacing(10, 2).applyTo(fields);
		targets.forEach(target -> describe(fields, target));
		scrolled.setContent(fields);
		scrolled.setExpandHorizontal(true);
		scrolled.setExpandVertical(true);
		int height = fields.computeSize(WIDTH, SWT.DEFAULT).y;
		scrolled.setMinHeight(height);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, Math.min(height, MOST_HEIGHT)).applyTo(scrolled);
		return scrolled;
	}

	private static void describe(Composite parent, MachineTarget target) {
		field(parent, Messages.field_machine, target.machine().name());
		field(parent, Messages.field_state, InventoryLabels.state(target.machine()));
		field(parent, Messages.field_path, target.path());
		field(parent, Messages.field_uuid, String.join("\n", target.uuids()));
		field(parent, Messages.field_host, target.host().map(InventoryObject::name).orElse(Messages.not_known));
		field(parent, Messages.field_cluster, target.cluster().orElse(Messages.no_cluster));
		List<String> roles = PalisadeUi.instance().optionalService(ClusterRoles.class).stream()
				.flatMap(known -> known.rolesOf(target.connection(), target.machine(), target.path()).stream()).map(OperationTexts::role).toList();
		if (!roles.isEmpty()) {
			field(parent, Messages.field_role, String.join("\n", roles));
		}
		field(parent, Messages.field_server, target.connection().name() + " (" + target.connection().address() + ")");
		Label gap = new Label(parent, SWT.NONE);
		GridDataFactory.fillDefaults().span(2, 1).hint(SWT.DEFAULT, 6).applyTo(gap);
	}

	private static void field(Composite parent, String title, String value) {
		Label label = new Label(parent, SWT.NONE);
		label.setText(title);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
		Text text = new Text(parent, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP);
		text.setText(value);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH - 120, SWT.DEFAULT).applyTo(text);
	}
}
