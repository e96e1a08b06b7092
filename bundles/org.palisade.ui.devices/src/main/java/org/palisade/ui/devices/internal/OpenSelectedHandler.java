package org.palisade.ui.devices.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Adds the selected files of the workspace to the view, and shows it. */
public final class OpenSelectedHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		OpenJob.open(files(HandlerUtil.getCurrentStructuredSelection(event).toList()));
		try {
			HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().showView(FenceDevicesView.ID);
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
		return null;
	}

	/** {@return where the files among these elements lie} */
	static List<Path> files(List<?> elements) {
		return elements.stream().map(element -> Adapters.adapt(element, IFile.class)).filter(Objects::nonNull).map(IResource::getLocation)
				.filter(Objects::nonNull).map(IPath::toPath).toList();
	}
}
