package org.palisade.ui.editor.internal.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.quickassist.IQuickFixableAnnotation;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.palisade.cluster.model.Finding;
import org.palisade.cluster.model.Severity;

/** Shows a finding at its place in the text. */
final class FindingAnnotation extends Annotation implements IQuickFixableAnnotation {

	private static final String PREFIX = "org.eclipse.ui.workbench.texteditor.";
	private static final String ERROR = PREFIX + "error";

	private final Finding finding;

	private FindingAnnotation(Finding finding) {
		super(type(finding.severity()), false, finding.message());
		this.finding = finding;
	}

	private static String type(Severity severity) {
		return switch (severity) {
			case ERROR -> ERROR;
			case WARNING -> PREFIX + "warning";
			case NOTE -> PREFIX + "info";
		};
	}

	/** Shows the findings of an analysis, or why the text cannot be read, and nothing else of ours. */
	static void show(Analysis analysis, IAnnotationModel model) {
		Map<Annotation, Position> added = new HashMap<>();
		int length = analysis.text().length();
		for (Finding finding : analysis.findings()) {
			int offset = Math.min(finding.where().offset(), length);
			added.put(new FindingAnnotation(finding), new Position(offset, Math.min(finding.where().length(), length - offset)));
		}
		analysis.problem().ifPresent(problem -> added.put(new Annotation(ERROR, false, problem.getMessage()), Lines.position(analysis.text(), problem.line())));
		List<Annotation> removed = new ArrayList<>();
		model.getAnnotationIterator().forEachRemaining(annotation -> {
			if (annotation.getType() != null && annotation.getType().startsWith(PREFIX)) {
				removed.add(annotation);
			}
		});
		((IAnnotationModelExtension) model).replaceAnnotations(removed.toArray(Annotation[]::new), added);
	}

	Finding finding() {
		return finding;
	}

	@Override
	public void setQuickFixable(boolean state) {
		// It follows from the finding.
	}

	@Override
	public boolean isQuickFixableStateSet() {
		return true;
	}

	@Override
	public boolean isQuickFixable() {
		return !finding.fixes().isEmpty();
	}
}
