package org.palisade.rcp.internal.help;

import org.eclipse.help.IContext;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.help.AbstractHelpUI;

/**
 * Help in the product. The platform's own shows pages with a web server and searches them with Lucene 10, which does not run on Java 17; an Eclipse
 * that has it uses it for the same book.
 */
public final class ProductHelp extends AbstractHelpUI {

	private ContextPopup popup;

	@Override
	public void displayHelp() {
		HelpLinks.follow(HelpView.WELCOME, HelpView.WELCOME);
	}

	@Override
	public void displayHelpResource(String href) {
		HelpLinks.follow(HelpView.WELCOME, href);
	}

	@Override
	public void displayContext(IContext context, int x, int y) {
		if (context == null) {
			displayHelp();
			return;
		}
		if (isContextHelpDisplayed()) {
			popup.close();
		}
		popup = new ContextPopup(Display.getCurrent().getActiveShell(), context, new Point(x, y));
		popup.open();
	}

	@Override
	public boolean isContextHelpDisplayed() {
		return popup != null && popup.getShell() != null && !popup.getShell().isDisposed();
	}
}
