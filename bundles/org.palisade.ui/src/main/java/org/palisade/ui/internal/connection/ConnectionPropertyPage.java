package org.palisade.ui.internal.connection;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.dialogs.PropertyPage;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.option.Secret;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionStore;
import org.palisade.connections.PasswordSource;
import org.palisade.ui.internal.PalisadeUi;

/** The properties of a connection. */
public final class ConnectionPropertyPage extends PropertyPage {

	private ConnectionEditor editor;
	private Connection shown;

	@Override
	protected Control createContents(Composite parent) {
		noDefaultAndApplyButton();
		shown = Adapters.adapt(getElement(), Connection.class);
		List<FenceBackEnd> backEnds = BackEndWatch.installed();
		editor = new ConnectionEditor(shown.id(), PalisadeUi.instance().service(ConnectionStore.class).namesBeside(shown.id()), backEnds,
				new ProgressMonitorDialog(parent.getShell()), this::validate);
		Control control = editor.create(parent);
		boolean mayBeKept = !(shown.password() instanceof PasswordSource.Script || shown.password() instanceof PasswordSource.None);
		editor.form().show(shown, mayBeKept, PalisadeUi.instance().service(ConnectionStore.class).secretOptionNames(shown));
		return control;
	}

	private void validate() {
		Optional<String> problem = editor.form().problem();
		setErrorMessage(problem.orElse(null));
		setValid(problem.isEmpty());
	}

	@Override
	public boolean performOk() {
		Connection connection = editor.form().connection();
		Optional<Secret> password = editor.form().password();
		Map<String, Optional<Secret>> secretOptions = editor.form().secretOptions();
		if (!connection.equals(shown) || password.isPresent() || !secretOptions.isEmpty()) {
			new SaveConnectionJob(connection, password, secretOptions, false).schedule();
		}
		return true;
	}
}
