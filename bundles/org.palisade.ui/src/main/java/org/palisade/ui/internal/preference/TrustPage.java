package org.palisade.ui.internal.preference;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionStore;
import org.palisade.connections.Trust;
import org.palisade.ui.internal.PalisadeUi;

/** The certificates that the user has looked at and trusts. One that is removed is not trusted any more when the page is applied. */
public final class TrustPage extends TablePage {

	private final List<Connection> pinned = new ArrayList<>();
	private final List<Connection> removed = new ArrayList<>();
	private Table table;
	private Button remove;

	/** A page with the certificates that are trusted now. */
	public TrustPage() {
		super(Messages.trust_description);
		noDefaultAndApplyButton();
	}

	@Override
	void fill(Composite contents) {
		table = table(contents, Messages.trust_accessible, Messages.trust_connection, Messages.trust_address, Messages.trust_fingerprint);
		remove = new Button(contents, SWT.PUSH);
		remove.setText(Messages.trust_remove);
		remove.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> remove()));
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> remove.setEnabled(table.getSelectionCount() > 0)));
		PalisadeUi.instance().service(ConnectionStore.class).all().stream().filter(connection -> connection.trust() instanceof Trust.Pinned)
				.forEach(pinned::add);
		show();
	}

	private void show() {
		table.removeAll();
		for (Connection connection : pinned) {
			new TableItem(table, SWT.NONE)
					.setText(new String[] { connection.name(), connection.address(), ((Trust.Pinned) connection.trust()).fingerprint() });
		}
		pack(table);
		remove.setEnabled(false);
		setMessage(pinned.isEmpty() ? Messages.trust_none : null, NONE);
	}

	private void remove() {
		removed.add(pinned.remove(table.getSelectionIndex()));
		show();
	}

	@Override
	public boolean performOk() {
		removed.forEach(connection -> new ForgetPinJob(connection).schedule());
		removed.clear();
		return true;
	}
}
