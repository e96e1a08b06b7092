package org.palisade.ui.editor.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.palisade.cluster.ConfigurationFile;

/** The fixes of a problem in the view of problems. They are made in an editor, where they can be looked at before they are saved. */
public final class ProblemResolutions implements IMarkerResolutionGenerator {

	@Override
	public IMarkerResolution[] getResolutions(IMarker marker) {
		String id = marker.getAttribute(ProblemMarkers.RULE, "");
		String message = marker.getAttribute(IMarker.MESSAGE, "");
		return text((IFile) marker.getResource()).map(text -> Analysis.of(text, Optional.empty(), ConfigurationModel.catalog()).findings().stream()
				.filter(finding -> finding.id().equals(id) && finding.message().equals(message)).flatMap(finding -> finding.fixes().stream())
				.map(fix -> new Resolution(id, message, fix.label())).toArray(IMarkerResolution[]::new)).orElse(new IMarkerResolution[0]);
	}

	private static Optional<String> text(IFile file) {
		try (InputStream in = file.getContents()) {
			return Optional.of(ConfigurationFile.readText(in));
		} catch (CoreException | IOException e) {
			ILog.get().error(Messages.no_fixes, e);
			return Optional.empty();
		}
	}

	/** One fix. */
	private record Resolution(String id, String message, String label) implements IMarkerResolution {

		@Override
		public String getLabel() {
			return label;
		}

		@Override
		public void run(IMarker marker) {
			try {
				IEditorPart editor = IDE.openEditor(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(), marker);
				ConfigurationModel model = editor == null ? null : editor.getAdapter(ConfigurationModel.class);
				if (model != null) {
					Fixes.apply(model, id, message, label);
				}
			} catch (PartInitException e) {
				StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
			}
		}
	}
}
