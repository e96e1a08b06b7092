package org.palisade.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.views.IViewDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palisade.ui.internal.Commands;

/** Opens everything that can be opened, and looks for controls that a screen reader cannot name. Leaves pictures in both themes. */
class ViewsTest {

	private static final String OURS = "org.palisade.";

	@BeforeEach
	void openWorkbench() {
		Workbench.open();
		Workbench.removeConnections();
	}

	@AfterEach
	void closeDialogs() {
		Ui.run(() -> Stream.of("Preferences", "New Connection").flatMap(title -> Widgets.shell(title).stream()).forEach(Shell::close));
	}

	@Test
	void eachControlOfEachViewHasAName() {
		List<IViewDescriptor> views = Ui
				.get(() -> Stream.of(PlatformUI.getWorkbench().getViewRegistry().getViews()).filter(view -> view.getId().startsWith(OURS)).toList());
		assertFalse(views.isEmpty());
		for (IViewDescriptor view : views) {
			IViewPart part = Workbench.show(view.getId(), IViewPart.class);
			Composite contents = Ui.get(() -> (Composite) part.getSite().getService(MPart.class).getWidget());
			assertEquals(List.of(), Ui.get(() -> AccessibleNames.missing(contents)), view.getId());
		}
	}

	@Test
	void eachControlOfTheWizardHasAName() {
		Ui.begin(() -> Commands.run(Commands.NEW_CONNECTION));
		Ui.await("wizard", () -> Widgets.shell("New Connection").isPresent());
		Shell wizard = Ui.get(() -> Widgets.shell("New Connection").orElseThrow());
		assertEquals(List.of(), Ui.get(() -> AccessibleNames.missing(wizard)));
		Screenshots.take("wizard", wizard);
	}

	@Test
	void eachControlOfEachPreferencePageHasAName() {
		List<String> pages = Ui.get(() -> PlatformUI.getWorkbench().getPreferenceManager().getElements(PreferenceManager.PRE_ORDER).stream()
				.map(IPreferenceNode::getId).filter(id -> id.startsWith(OURS)).toList());
		assertTrue(pages.size() >= 5, pages.toString());
		for (String page : pages) {
			Shell dialog = openPreferences(page);
			assertEquals(List.of(), Ui.get(() -> AccessibleNames.missing(((PreferencePage) ((PreferenceDialog) dialog.getData()).getSelectedPage()).getControl())),
					page);
			Screenshots.take("preferences-" + page.substring(page.lastIndexOf('.') + 1), dialog);
			Ui.run(dialog::close);
		}
	}

	static Shell openPreferences(String page) {
		Ui.begin(() -> PreferencesUtil.createPreferenceDialogOn(Workbench.shell(), page, null, null).open());
		Ui.await("preferences", () -> Widgets.shell("Preferences").isPresent());
		return Ui.get(() -> Widgets.shell("Preferences").orElseThrow());
	}
}
