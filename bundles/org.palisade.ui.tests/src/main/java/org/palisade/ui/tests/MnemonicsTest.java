package org.palisade.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.wizards.IWizardCategory;
import org.eclipse.ui.wizards.IWizardDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.palisade.ui.internal.Commands;

/** Looks for letters that lead to fields: each field has one, no two have the same, and each works. */
class MnemonicsTest {

	private static final String CATEGORY = "org.palisade.ui";
	/** Of the buttons Back, Next and Finish, which a wizard with several pages has. */
	private static final Set<Character> OF_WIZARDS = Set.of('B', 'N', 'F');

	@BeforeEach
	void open() {
		Workbench.open();
	}

	@AfterEach
	void close() {
		Ui.run(() -> Widgets.shell("New Connection").ifPresent(Shell::close));
	}

	@Test
	void eachLetterOfEachPageOfEachWizardLeadsToOneThing() {
		IWizardCategory category = PlatformUI.getWorkbench().getNewWizardRegistry().findCategory(CATEGORY);
		assertTrue(category.getWizards().length > 0);
		for (IWizardDescriptor descriptor : category.getWizards()) {
			WizardDialog dialog = Ui.get(() -> opened(descriptor));
			try {
				for (IWizardPage page : dialog.getCurrentPage().getWizard().getPages()) {
					Ui.run(() -> {
						dialog.showPage(page);
						assertEquals(List.of(), problems(dialog.getShell()), page.getName());
						assertEquals(List.of(), fieldsWithoutLetter((Composite) page.getControl()), page.getName());
					});
				}
			} finally {
				Ui.run(dialog::close);
			}
		}
	}

	private static WizardDialog opened(IWizardDescriptor descriptor) {
		try {
			IWorkbenchWizard wizard = descriptor.createWizard();
			wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
			WizardDialog dialog = new WizardDialog(Workbench.shell(), wizard);
			dialog.setBlockOnOpen(false);
			dialog.open();
			return dialog;
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}

	/** {@return the letters of a wizard that more than one thing has, with those things} Only for the UI thread. */
	static List<String> problems(Shell wizard) {
		Map<Character, List<String>> texts = new TreeMap<>();
		for (Control control : Widgets.all(wizard, Control.class)) {
			String text = control instanceof Label label ? label.getText() : control instanceof Button button ? button.getText()
					: control instanceof Group group ? group.getText() : "";
			letter(text).ifPresent(letter -> texts.computeIfAbsent(letter, key -> new ArrayList<>()).add(text));
		}
		List<String> problems = new ArrayList<>();
		texts.forEach((letter, same) -> {
			boolean ofWizards = OF_WIZARDS.contains(letter) && !Set.of("&Finish", "&Next >", "< &Back").containsAll(same);
			if (same.size() > 1 || ofWizards) {
				problems.add(letter + ": " + same);
			}
		});
		return problems;
	}

	private static Optional<Character> letter(String text) {
		int mark = text.replace("&&", "  ").indexOf('&');
		return mark < 0 || mark + 1 >= text.length() ? Optional.empty() : Optional.of(Character.toUpperCase(text.charAt(mark + 1)));
	}

	/** The options of a back end have the names that its author gave them. */
	private static List<String> fieldsWithoutLetter(Composite page) {
		return labelsOfFields(page).stream().filter(label -> letter(label.getText()).isEmpty()).map(Label::getText).toList();
	}

	private static List<Label> labelsOfFields(Composite page) {
		return Widgets.all(page, Label.class).stream()
				.filter(label -> !(label.getParent() instanceof Group group && group.getText().equals("Options of the back end")))
				.filter(label -> following(label) instanceof Text || following(label) instanceof Combo || following(label) instanceof Spinner
						|| following(label) instanceof Composite)
				.toList();
	}

	private static Control following(Label label) {
		List<Control> siblings = List.of(label.getParent().getChildren());
		int next = siblings.indexOf(label) + 1;
		return next < siblings.size() ? siblings.get(next) : null;
	}

	@Test
	@EnabledIf(value = "org.palisade.ui.tests.Keys#canBePressed", disabledReason = "xdotool is not installed, which presses the keys")
	void eachLetterOfTheConnectionWorks() {
		Ui.begin(() -> Commands.run(Commands.NEW_CONNECTION));
		Ui.await("wizard", () -> Widgets.shell("New Connection").isPresent());
		Shell wizard = Ui.get(() -> Widgets.shell("New Connection").orElseThrow());
		Ui.run(wizard::forceActive);
		Ui.await("focus", () -> Ui.display().getFocusControl() != null && Ui.display().getFocusControl().getShell() == wizard);
		List<Label> labels = Ui.get(() -> labelsOfFields(wizard).stream().filter(label -> letter(label.getText()).isPresent() && leadsSomewhere(label)).toList());
		assertFalse(labels.isEmpty());
		for (Label label : labels) {
			String text = Ui.get(label::getText);
			Keys.press("alt+" + letter(text).orElseThrow().toString().toLowerCase(Locale.ROOT));
			Ui.await("focus beside " + text, () -> isIn(Ui.display().getFocusControl(), following(label)));
		}
		for (String choice : List.of("authorities in a file", "the authorities of this Java installation")) {
			Button radio = Ui.get(() -> Widgets.button(wizard, choice));
			Keys.press("alt+" + letter(Ui.get(radio::getText)).orElseThrow().toString().toLowerCase(Locale.ROOT));
			Ui.await(choice, radio::getSelection);
		}
	}

	private static boolean leadsSomewhere(Label label) {
		Control next = following(label);
		return Stream.concat(Stream.of(next), next instanceof Composite composite ? Stream.of(composite.getChildren()) : Stream.empty())
				.anyMatch(control -> control.isEnabled() && (control instanceof Text || control instanceof Combo || control instanceof Spinner
						|| control instanceof Button button && (button.getStyle() & SWT.RADIO) != 0));
	}

	private static boolean isIn(Control control, Control area) {
		Control at = control;
		while (at != null && at != area) {
			at = at.getParent();
		}
		return at != null;
	}
}
