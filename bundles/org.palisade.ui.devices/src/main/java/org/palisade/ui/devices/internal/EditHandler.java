package org.palisade.ui.devices.internal;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;

/** Opens the file of a cluster in the editor that is registered for it. */
public final class EditHandler extends RowHandler {

	@Override
	boolean makesSense(List<Row> rows) {
		return !rows.isEmpty();
	}

	@Override
	void run(ExecutionEvent event, List<Row> rows) throws ExecutionException {
		IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
		try {
			for (Path file : rows.stream().map(row -> row.configuration().file()).distinct().toList()) {
				open(page, file);
			}
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
	}

	/** As a file of the workspace where it is one, so that the editor knows its project. */
	private static void open(IWorkbenchPage page, Path file) throws PartInitException {
		IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri());
		if (files.length > 0) {
			IDE.openEditor(page, files[0]);
		} else {
			IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().getStore(file.toUri()));
		}
	}
}
