package org.palisade.ui.internal.connection;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.palisade.api.FenceBackEnd;
import org.palisade.ui.internal.Help;

/** The page of the wizard. */
final class ConnectionPage extends WizardPage {

	private static final String STANDARD_TYPE = "esx";

	private final String id;
	private final List<String> takenNames;
	private final List<FenceBackEnd> backEnds;
	private ConnectionEditor editor;

	ConnectionPage(String id, List<String> takenNames, List<FenceBackEnd> backEnds) {
		super("connection", Messages.page_title, null);
		this.id = id;
		this.takenNames = takenNames;
		this.backEnds = backEnds;
		setDescription(Messages.page_description);
	}

	@Override
	public void createControl(Composite parent) {
		editor = new ConnectionEditor(id, takenNames, backEnds, getContainer(), this::validate);
		setControl(editor.create(parent));
		editor.form().selectBackEnd(STANDARD_TYPE);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(getControl(), Help.CONNECTION);
		setPageComplete(false);
	}

	ConnectionForm form() {
		return editor.form();
	}

	private void validate() {
		Optional<String> problem = editor.form().problem();
		setErrorMessage(problem.orElse(null));
		setPageComplete(problem.isEmpty());
	}
}
