package org.palisade.rcp.internal.help;

import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;

/** What F1 shows: what the thing is, and links to the pages about it. Escape closes it. */
final class ContextPopup extends PopupDialog {

	private static final int WIDTH = 360;

	private final IContext context;
	private final Point place;

	/**
	 * @param place where, on the display
	 */
	ContextPopup(Shell parent, IContext context, Point place) {
		super(parent, SWT.TOOL, true, false, false, false, false, Messages.help, null);
		this.context = context;
		this.place = place;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		GridLayoutFactory.swtDefaults().applyTo(area);
		Label text = new Label(area, SWT.WRAP);
		text.setText(context.getText());
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(text);
		for (IHelpResource topic : context.getRelatedTopics()) {
			Link link = new Link(area, SWT.NONE);
			link.setText("<a>" + topic.getLabel() + "</a>");
			link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
				close();
				HelpLinks.follow(HelpView.WELCOME, topic.getHref());
			}));
		}
		return area;
	}

	@Override
	protected Point getInitialLocation(Point size) {
		return place;
	}
}
