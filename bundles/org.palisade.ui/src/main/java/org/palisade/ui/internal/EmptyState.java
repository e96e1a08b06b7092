package org.palisade.ui.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** What a view shows while it has nothing to show: why, and links to what can be done about it. */
public final class EmptyState {

	/**
	 * Something that can be done.
	 *
	 * @param text what the link says
	 * @param command the id of the command that it runs
	 */
	public record Step(String text, String command) {
	}

	/** Where the themes look for the class of a control, by which css/light.css names it. */
	private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName";

	private EmptyState() {
	}

	/** {@return a control with a title and a link for each step} */
	public static Control create(Composite parent, String title, Step... steps) {
		Composite composite = new Composite(parent, SWT.NONE);
		composite.setData(CSS_CLASS, "PalisadeEmptyState");
		GridLayoutFactory.swtDefaults().margins(24, 24).spacing(0, 12).applyTo(composite);
		Label label = new Label(composite, SWT.WRAP);
		label.setText(title);
		GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(label);
		for (Step step : steps) {
			Link link = new Link(composite, SWT.NONE);
			link.setText("<a>" + step.text() + "</a>");
			link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> Commands.run(step.command())));
		}
		return composite;
	}
}
