package org.palisade.rcp.internal.help;

import java.util.stream.Stream;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PartInitException;

/**
 * Opens a cheat sheet as a page of help, with its steps as links. The platform's own view needs the platform's help system, which is not in the
 * product.
 */
public final class CheatSheetHandler extends AbstractHandler {

	private static final String SHEETS = "org.eclipse.ui.cheatsheets.cheatSheetContent";
	private static final String ID = "cheatSheetId";

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		String id = event.getParameter(ID);
		try {
			HelpView.show(id == null ? HelpView.WELCOME : page(id));
		} catch (PartInitException e) {
			throw new ExecutionException(NLS.bind(Messages.link_failed, id), e);
		}
		return null;
	}

	private static String page(String id) throws ExecutionException {
		IConfigurationElement sheet = Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor(SHEETS))
				.filter(element -> element.getName().equals("cheatsheet") && element.getAttribute("id").equals(id)).findFirst()
				.orElseThrow(() -> new ExecutionException(NLS.bind(Messages.page_missing, id)));
		return "/" + sheet.getContributor().getName() + "/" + sheet.getAttribute("contentFile");
	}
}
