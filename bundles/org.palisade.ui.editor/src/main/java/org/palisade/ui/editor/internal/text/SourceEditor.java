package org.palisade.ui.editor.internal.text;

import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.jface.text.Position;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.TextEditor;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.TextRange;
import org.palisade.ui.internal.Help;

/** The text of a configuration with what was found in it. An editor of its own for some forms, and a page of the one for {@code cluster.conf}. */
public final class SourceEditor extends TextEditor {

	private final Optional<ConfigurationForm> form;
	private final ConfigurationDocumentProvider provider = new ConfigurationDocumentProvider();
	private ConfigurationModel model;

	/** Made by the workbench, for any form. */
	public SourceEditor() {
		this(Optional.empty());
	}

	/** @param form the form that the text has to have, empty to tell it by the text */
	public SourceEditor(Optional<ConfigurationForm> form) {
		this.form = form;
		setDocumentProvider(provider);
		setSourceViewerConfiguration(new SourceConfiguration(getPreferenceStore(), this::model));
	}

	@Override
	public void createPartControl(Composite parent) {
		super.createPartControl(parent);
		model = new ConfigurationModel(provider.getDocument(getEditorInput()), getAdapter(IRewriteTarget.class), form);
		model.addListener(this::show);
		show(model.analysis());
		ProblemMarkers.update(getEditorInput(), model.analysis());
		PlatformUI.getWorkbench().getHelpSystem().setHelp(getSourceViewer().getTextWidget(), Help.EDITOR);
		if (!getSite().getPage().isEditorAreaVisible()) {
			getSite().getPage().setEditorAreaVisible(true);
		}
	}

	private void show(Analysis analysis) {
		FindingAnnotation.show(analysis, getSourceViewer().getAnnotationModel());
	}

	/** {@return what the text says} */
	public ConfigurationModel model() {
		return model;
	}

	/** {@return the text of the file as it was read or written last} */
	public String savedText() {
		return provider.savedText(getEditorInput()).orElse("");
	}

	/** Shows a stretch of the text. */
	public void reveal(TextRange range) {
		selectAndReveal(range.offset(), range.length());
	}

	/** Shows a line, numbered from 1. */
	public void revealLine(int line) {
		Position position = Lines.position(provider.getDocument(getEditorInput()).get(), line);
		selectAndReveal(position.getOffset(), position.getLength());
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		if (!SaveReview.isAccepted(getSite().getShell(), getPartName(), savedText(), model)) {
			monitor.setCanceled(true);
			return;
		}
		super.doSave(monitor);
		ProblemMarkers.update(getEditorInput(), model.analysis());
	}

	/** A copy would be another configuration; converting makes one. */
	@Override
	public boolean isSaveAsAllowed() {
		return false;
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		return type == ConfigurationModel.class ? type.cast(model) : super.getAdapter(type);
	}

	@Override
	public void dispose() {
		if (model != null) {
			model.dispose();
		}
		super.dispose();
	}
}
