package org.palisade.rcp.internal.help;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.eclipse.ui.part.ViewPart;

/** Shows the pages of the help book, the welcome page first. */
public final class HelpView extends ViewPart {

	/** The id under which it is registered. */
	public static final String ID = "org.palisade.rcp.help";

	/** The page that is shown first. */
	public static final String WELCOME = "/org.palisade.help/html/welcome.html";

	/** What stands for the folder of the user's language. The page in the usual place is taken where there is none. */
	private static final IPath TRANSLATED = IPath.fromPortableString("$nl$");

	private FormToolkit toolkit;
	private ScrolledForm form;
	private FormText text;
	private String page = WELCOME;

	/** Shows a page in the active window. */
	static void show(String page) throws PartInitException {
		((HelpView) PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(ID)).open(page);
	}

	@Override
	public void createPartControl(Composite parent) {
		parent.setLayout(new FillLayout());
		toolkit = new FormToolkit(parent.getDisplay());
		form = toolkit.createScrolledForm(parent);
		form.getBody().setLayout(new TableWrapLayout());
		text = toolkit.createFormText(form.getBody(), true);
		text.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
		text.setFont("title", JFaceResources.getHeaderFont());
		text.addHyperlinkListener(new HyperlinkAdapter() {
			@Override
			public void linkActivated(HyperlinkEvent event) {
				HelpLinks.follow(page, String.valueOf(event.getHref()));
			}
		});
		form.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
		open(page);
	}

	private void open(String href) {
		page = href;
		text.setText(markup(href), true, false);
		form.reflow(true);
	}

	private static String markup(String href) {
		Optional<URL> place = place(href);
		if (place.isEmpty()) {
			return paragraph(NLS.bind(Messages.page_missing, href));
		}
		try (InputStream content = place.get().openStream()) {
			return HelpPage.read(content);
		} catch (IOException e) {
			return paragraph(NLS.bind(Messages.page_unreadable, href, e));
		}
	}

	/**
	 * A page is named by a bundle and a path in it, and may be there in the user's language. What reads pages by their names belongs to the help system
	 * of the platform.
	 */
	private static Optional<URL> place(String href) {
		IPath path = IPath.fromPortableString(href);
		return Optional.ofNullable(path.segment(0)).map(Platform::getBundle).map(bundle -> FileLocator.find(bundle, translated(path.removeFirstSegments(1))));
	}

	private static IPath translated(IPath path) {
		return TRANSLATED.isPrefixOf(path) ? path : TRANSLATED.append(path);
	}

	private static String paragraph(String words) {
		return "<form><p>" + HelpPage.escaped(words) + "</p></form>";
	}

	@Override
	public void setFocus() {
		text.setFocus();
	}

	@Override
	public void dispose() {
		toolkit.dispose();
		super.dispose();
	}
}
