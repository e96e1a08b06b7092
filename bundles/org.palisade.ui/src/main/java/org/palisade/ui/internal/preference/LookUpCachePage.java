package org.palisade.ui.internal.preference;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.palisade.ui.internal.PalisadeUi;

/** Whether it is remembered where machines are, and how much of that there is. */
public final class LookUpCachePage extends FieldsPage {

	private static final long KILOBYTE = 1024;

	private Label size;
	private Button clear;

	/** A page with what is preferred now. */
	public LookUpCachePage() {
		setDescription(Messages.cache_description);
	}

	@Override
	protected void createFieldEditors() {
		addField(new BooleanFieldEditor(FencingPreferences.LOOK_UP_CACHE, Messages.cache_use, getFieldEditorParent()));
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite contents = (Composite) super.createContents(parent);
		size = new Label(contents, SWT.WRAP);
		size.setText(Messages.cache_measuring);
		GridDataFactory.fillDefaults().grab(true, false).hint(TablePage.WIDTH, SWT.DEFAULT).applyTo(size);
		clear = new Button(contents, SWT.PUSH);
		clear.setText(Messages.cache_clear);
		clear.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> clear()));
		measure();
		return contents;
	}

	private void measure() {
		Path folder = FencingPreferences.cacheFolder();
		run(monitor -> {
			try {
				long bytes = CacheFolder.size(folder);
				show(NLS.bind(Messages.cache_size, folder, String.format("%,d", (bytes + KILOBYTE - 1) / KILOBYTE)), bytes > 0);
				return Status.OK_STATUS;
			} catch (IOException e) {
				return failed(folder, e);
			}
		});
	}

	private void clear() {
		Path folder = FencingPreferences.cacheFolder();
		run(monitor -> {
			try {
				CacheFolder.clear(folder);
				size.getDisplay().asyncExec(this::measure);
				return Status.OK_STATUS;
			} catch (IOException e) {
				return failed(folder, e);
			}
		});
	}

	private static void run(IJobFunction work) {
		Job.create(Messages.cache_measuring, work).schedule();
	}

	private static IStatus failed(Path folder, IOException e) {
		return PalisadeUi.error(NLS.bind(Messages.cache_failed, folder), e);
	}

	private void show(String text, boolean something) {
		size.getDisplay().asyncExec(() -> {
			if (!size.isDisposed()) {
				size.setText(text);
				clear.setEnabled(something);
				size.getParent().layout();
			}
		});
	}
}
