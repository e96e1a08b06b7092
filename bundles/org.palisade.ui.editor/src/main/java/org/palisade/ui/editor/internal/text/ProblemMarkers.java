package org.palisade.ui.editor.internal.text;

import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IFileEditorInput;
import org.palisade.cluster.model.Finding;
import org.palisade.cluster.model.Severity;
import org.palisade.ui.editor.internal.EditorIds;

/** Notes the findings of a file of the workspace as problems of that file. Files outside of the workspace cannot have problems. */
final class ProblemMarkers {

	/** The rule that found it. */
	static final String RULE = "rule";

	private ProblemMarkers() {
	}

	/** Makes the problems of a file those of an analysis. */
	static void update(IEditorInput input, Analysis analysis) {
		if (input instanceof IFileEditorInput fileInput) {
			IFile file = fileInput.getFile();
			WorkspaceJob job = new WorkspaceJob(Messages.checking) {
				@Override
				public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
					replace(file, analysis);
					return Status.OK_STATUS;
				}
			};
			job.setRule(file.getWorkspace().getRuleFactory().markerRule(file));
			job.setSystem(true);
			job.schedule();
		}
	}

	private static void replace(IFile file, Analysis analysis) throws CoreException {
		if (!file.exists()) {
			return;
		}
		file.deleteMarkers(EditorIds.MARKER, true, IResource.DEPTH_ZERO);
		for (Finding finding : analysis.findings()) {
			file.createMarker(EditorIds.MARKER, Map.of(IMarker.MESSAGE, finding.message(), IMarker.SEVERITY, severity(finding.severity()), IMarker.LINE_NUMBER,
					Math.max(1, finding.where().line()), IMarker.CHAR_START, finding.where().offset(), IMarker.CHAR_END, finding.where().end(), RULE,
					finding.id()));
		}
		if (analysis.problem().isPresent()) {
			file.createMarker(EditorIds.MARKER, Map.of(IMarker.MESSAGE, analysis.problem().get().getMessage(), IMarker.SEVERITY, IMarker.SEVERITY_ERROR,
					IMarker.LINE_NUMBER, Math.max(1, analysis.problem().get().line())));
		}
	}

	private static int severity(Severity severity) {
		return switch (severity) {
			case ERROR -> IMarker.SEVERITY_ERROR;
			case WARNING -> IMarker.SEVERITY_WARNING;
			case NOTE -> IMarker.SEVERITY_INFO;
		};
	}
}
