package org.palisade.ui.internal.connection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.option.Secret;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionStore;
import org.palisade.ui.internal.PalisadeUi;

/** Asks for a connection, and connects it. */
public final class NewConnectionWizard extends Wizard implements INewWizard {

	private final ConnectionPage page;

	/** A wizard for a connection that does not exist yet. */
	public NewConnectionWizard() {
		setWindowTitle(Messages.wizard_title);
		setNeedsProgressMonitor(true);
		String id = UUID.randomUUID().toString();
		List<String> taken = PalisadeUi.instance().service(ConnectionStore.class).namesBeside(id);
		List<FenceBackEnd> backEnds = BackEndWatch.installed();
		page = new ConnectionPage(id, taken, backEnds);
	}

	@Override
	public void init(IWorkbench workbench, IStructuredSelection selection) {
		// a connection is about nothing that is selected
	}

	@Override
	public void addPages() {
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		Connection connection = page.form().connection();
		Optional<Secret> password = page.form().password();
		new SaveConnectionJob(connection, password, page.form().secretOptions(), true).schedule();
		return true;
	}
}
