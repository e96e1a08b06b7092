package org.palisade.ui.editor.internal.form;

import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.texteditor.AbstractTextEditor;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.Finding;
import org.palisade.ui.editor.internal.text.ConfigurationModel;
import org.palisade.ui.editor.internal.text.SourceEditor;

/** The editor for {@code cluster.conf}: its devices and its topology as forms, and its text. All pages edit the same text. */
public final class ClusterConfEditor extends FormEditor {

	private final SourceEditor source = new SourceEditor(Optional.of(ConfigurationForm.CLUSTER_CONF));

	@Override
	protected void addPages() {
		try {
			addPage(new DevicesPage(this));
			addPage(new TopologyPage(this));
			setPageText(addPage(source, getEditorInput()), Messages.page_source);
			setPartName(getEditorInput().getName());
			if (model().analysis().problem().isPresent()) {
				showSource();
				source.revealLine(model().analysis().problem().get().line());
			}
		} catch (PartInitException e) {
			ILog.get().log(e.getStatus());
		}
	}

	ConfigurationModel model() {
		return source.model();
	}

	/** {@return the page with the text} */
	SourceEditor source() {
		return source;
	}

	void showSource() {
		setActiveEditor(source);
	}

	/** Shows where something was found. */
	void show(Finding finding) {
		showSource();
		source.reveal(finding.where());
		source.setFocus();
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		commitPages(true);
		source.doSave(monitor);
	}

	@Override
	public void doSaveAs() {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean isSaveAsAllowed() {
		return false;
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		if (type == ConfigurationModel.class) {
			return type.cast(model());
		}
		if (type == AbstractTextEditor.class) {
			// By this the text notices, whatever page is shown, that its file was changed by somebody else.
			return type.cast(source);
		}
		if (type == IGotoMarker.class) {
			return type.cast((IGotoMarker) marker -> {
				showSource();
				source.getAdapter(IGotoMarker.class).gotoMarker(marker);
			});
		}
		return super.getAdapter(type);
	}
}
