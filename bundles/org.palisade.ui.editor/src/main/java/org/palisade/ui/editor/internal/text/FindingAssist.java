package org.palisade.ui.editor.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.palisade.cluster.model.Finding;
import org.palisade.cluster.model.QuickFix;

/** Offers the fixes of what was found on the line. */
final class FindingAssist implements IQuickAssistProcessor {

	private final Supplier<ConfigurationModel> model;

	FindingAssist(Supplier<ConfigurationModel> model) {
		this.model = model;
	}

	@Override
	public boolean canFix(Annotation annotation) {
		return annotation instanceof FindingAnnotation finding && finding.isQuickFixable();
	}

	@Override
	public boolean canAssist(IQuickAssistInvocationContext context) {
		return false;
	}

	@Override
	public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
		IDocument document = context.getSourceViewer().getDocument();
		IAnnotationModel annotations = context.getSourceViewer().getAnnotationModel();
		List<ICompletionProposal> proposals = new ArrayList<>();
		List<QuickFix> offered = new ArrayList<>();
		annotations.getAnnotationIterator().forEachRemaining(annotation -> {
			if (annotation instanceof FindingAnnotation some && isOnLine(document, annotations.getPosition(annotation), context.getOffset())) {
				some.finding().fixes().stream().filter(fix -> !offered.contains(fix)).forEach(fix -> {
					offered.add(fix);
					proposals.add(new Proposal(some.finding(), fix));
				});
			}
		});
		return proposals.isEmpty() ? null : proposals.toArray(ICompletionProposal[]::new);
	}

	private static boolean isOnLine(IDocument document, Position position, int offset) {
		try {
			return document.getLineOfOffset(position.getOffset()) == document.getLineOfOffset(offset);
		} catch (BadLocationException e) {
			// The text has changed meanwhile; the next analysis places it anew.
			return false;
		}
	}

	@Override
	public String getErrorMessage() {
		return null;
	}

	/** A fix in the list. */
	private final class Proposal implements ICompletionProposal {

		private final Finding finding;
		private final QuickFix fix;

		Proposal(Finding finding, QuickFix fix) {
			this.finding = finding;
			this.fix = fix;
		}

		@Override
		public void apply(IDocument document) {
			Fixes.apply(model.get(), finding, fix);
		}

		@Override
		public String getDisplayString() {
			return fix.label();
		}

		@Override
		public String getAdditionalProposalInfo() {
			return Fixes.explain(finding, fix);
		}

		@Override
		public Point getSelection(IDocument document) {
			return null;
		}

		@Override
		public Image getImage() {
			return null;
		}

		@Override
		public IContextInformation getContextInformation() {
			return null;
		}
	}
}
