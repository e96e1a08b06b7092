package org.palisade.ui.editor.internal.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.swt.widgets.Display;
import org.palisade.cluster.ClusterDocument;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.TextEdit;
import org.palisade.core.backend.BackEndRegistry;
import org.palisade.core.option.OptionCatalog;
import org.palisade.ui.internal.PalisadeUi;

/**
 * What the text of an editor says now. All pages change the text through it, so that a change is one step for undo and leaves everything else as it is.
 * What is typed is read and checked in the background, a moment after the last key. Only for the UI thread.
 */
public final class ConfigurationModel {

	private static final int QUIET_MILLISECONDS = 200;

	private final IDocument document;
	private final IRewriteTarget target;
	private final Optional<ConfigurationForm> form;
	private final Display display = Display.getCurrent();
	private final List<Consumer<Analysis>> listeners = new CopyOnWriteArrayList<>();
	private final IDocumentListener typing = new Typing();
	private final Job job;
	private Analysis analysis;
	private boolean changing;
	private boolean disposed;

	/**
	 * @param document the text
	 * @param target makes several changes of it one step
	 * @param form the form that the text has to have, empty to tell it by the text
	 */
	ConfigurationModel(IDocument document, IRewriteTarget target, Optional<ConfigurationForm> form) {
		this.document = document;
		this.target = target;
		this.form = form;
		this.analysis = analyse(document.get());
		this.job = Job.createSystem(Messages.checking, (ICoreRunnable) monitor -> analyseInBackground());
		document.addDocumentListener(typing);
	}

	/** {@return the options of the installed back ends} */
	public static OptionCatalog catalog() {
		return OptionCatalog.of(PalisadeUi.instance().service(BackEndRegistry.class).installed().all());
	}

	/** {@return what another text would say} */
	Analysis analyse(String text) {
		return Analysis.of(text, form, catalog());
	}

	/** Tells a listener of each new analysis. */
	public void addListener(Consumer<Analysis> listener) {
		listeners.add(listener);
	}

	/** {@return what the text says now} */
	public Analysis analysis() {
		if (!analysis.text().equals(document.get())) {
			publish(analyse(document.get()));
		}
		return analysis;
	}

	/** Makes a change, if the text can be read. {@return whether something was changed} */
	public boolean change(Function<ClusterDocument, List<TextEdit>> change) {
		Optional<ClusterDocument> before = analysis().document();
		if (before.isEmpty()) {
			return false;
		}
		List<TextEdit> edits = change.apply(before.get());
		if (edits.isEmpty()) {
			return false;
		}
		apply(edits);
		return true;
	}

	/** Applies edits of the text as it is now. */
	public void apply(List<TextEdit> edits) {
		changing = true;
		target.beginCompoundChange();
		try {
			List<TextEdit> backwards = new ArrayList<>(TextEdit.sorted(edits));
			Collections.reverse(backwards);
			for (TextEdit edit : backwards) {
				document.replace(edit.offset(), edit.length(), edit.replacement());
			}
		} catch (BadLocationException e) {
			ILog.get().error(Messages.edit_failed, e);
		} finally {
			target.endCompoundChange();
			changing = false;
		}
		analysis();
	}

	private void publish(Analysis next) {
		job.cancel();
		analysis = next;
		listeners.forEach(listener -> listener.accept(next));
	}

	private void analyseInBackground() {
		String[] text = new String[1];
		display.syncExec(() -> text[0] = disposed ? null : document.get());
		if (text[0] != null) {
			Analysis next = analyse(text[0]);
			display.asyncExec(() -> {
				if (!disposed && next.text().equals(document.get()) && !next.text().equals(analysis.text())) {
					publish(next);
				}
			});
		}
	}

	void dispose() {
		disposed = true;
		job.cancel();
		document.removeDocumentListener(typing);
		listeners.clear();
	}

	/** Waits until nobody types. */
	private final class Typing implements IDocumentListener {

		@Override
		public void documentAboutToBeChanged(DocumentEvent event) {
			// What counts is the text afterwards.
		}

		@Override
		public void documentChanged(DocumentEvent event) {
			if (!changing) {
				job.cancel();
				job.schedule(QUIET_MILLISECONDS);
			}
		}
	}
}
