package org.palisade.ui.editor.internal.text;

import java.util.function.Supplier;

import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.quickassist.IQuickAssistAssistant;
import org.eclipse.jface.text.quickassist.QuickAssistAssistant;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;

/** A text with fixes for what was found in it, and without a look at its spelling. */
final class SourceConfiguration extends TextSourceViewerConfiguration {

	private final Supplier<ConfigurationModel> model;

	SourceConfiguration(IPreferenceStore preferences, Supplier<ConfigurationModel> model) {
		super(preferences);
		this.model = model;
	}

	@Override
	public IQuickAssistAssistant getQuickAssistAssistant(ISourceViewer viewer) {
		QuickAssistAssistant assistant = new QuickAssistAssistant();
		assistant.setQuickAssistProcessor(new FindingAssist(model));
		assistant.setInformationControlCreator(shell -> new DefaultInformationControl(shell, true));
		return assistant;
	}

	@Override
	public IReconciler getReconciler(ISourceViewer viewer) {
		return null;
	}
}
