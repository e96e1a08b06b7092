package org.palisade.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palisade.ui.internal.Help;
import org.palisade.ui.internal.PalisadeUi;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads the help book as a user does, and carries out a step of the cheat sheet. */
class HelpTest {

	private static final String BOOK = "org.palisade.help";
	private static final String HELP_VIEW = "org.palisade.rcp.help";
	private static final int STEPS = 6;

	@BeforeEach
	void openWorkbench() {
		Workbench.open();
		Workbench.removeConnections();
	}

	@AfterEach
	void removeConnections() {
		Workbench.removeConnections();
	}

	private static void collect(ITopic[] topics, List<String> pages) {
		for (ITopic topic : topics) {
			pages.add(topic.getHref());
			collect(topic.getSubtopics(), pages);
		}
	}

	private static void assertReadable(String page) throws IOException {
		IPath path = IPath.fromPortableString(page);
		URL place = FileLocator.find(Platform.getBundle(path.segment(0)), path.removeFirstSegments(1));
		assertNotNull(place, page);
		try (InputStream content = place.openStream()) {
			assertTrue(content.read() >= 0, page);
		}
	}

	@Test
	void everyPageOfTheBookIsThere() throws IOException {
		IToc book = Stream.of(HelpSystem.getTocs()).filter(toc -> toc.getHref().contains(BOOK)).findFirst().orElseThrow();
		List<String> pages = new ArrayList<>();
		collect(book.getTopics(), pages);
		assertTrue(pages.size() >= 7, pages.toString());
		for (String page : pages) {
			assertReadable(page);
		}
	}

	/** All code of the workbench that has help takes the ids from there. */
	private static List<String> contexts() {
		return Stream.of(Help.class.getFields()).map(field -> {
			try {
				return (String) field.get(null);
			} catch (IllegalAccessException e) {
				throw new AssertionError(field.getName(), e);
			}
		}).toList();
	}

	@Test
	void everyPlaceHasAContextWithPages() throws IOException {
		assertTrue(contexts().containsAll(List.of(Help.DEVICES, Help.EDITOR)), contexts().toString());
		for (String id : contexts()) {
			IContext context = HelpSystem.getContext(id);
			assertNotNull(context, id);
			assertFalse(context.getText().isBlank(), id);
			assertTrue(context.getRelatedTopics().length > 0, id);
			for (IHelpResource topic : context.getRelatedTopics()) {
				assertReadable(topic.getHref());
			}
		}
	}

	@Test
	void helpOnAViewLeadsToAPage() {
		Ui.begin(() -> PlatformUI.getWorkbench().getHelpSystem().displayHelp(Help.INVENTORY));
		Ui.await("link in the help", () -> link().isPresent());
		Ui.run(() -> link().orElseThrow().notifyListeners(SWT.Selection, new Event()));
		Ui.await("page", () -> helpText().contains("Arrow Down leads from the filter to the rows"));
		Screenshots.take("help", Workbench.shell());
		Workbench.hide(HELP_VIEW);
	}

	private static String helpText() {
		return String.join("\n", Widgets.all(Workbench.page().getWorkbenchWindow().getShell(), FormText.class).stream().map(HelpTest::text).toList());
	}

	/** What a form tells a screen reader. */
	private static String text(FormText form) {
		return AccessibleNames.ownName(form);
	}

	private static Optional<Link> link() {
		return Stream.of(Ui.display().getShells()).filter(Shell::isVisible).flatMap(shell -> Widgets.all(shell, Link.class).stream())
				.filter(link -> link.getText().contains("Find and Fence")).findFirst();
	}

	@Test
	void theCommandsOfTheCheatSheetExist() throws Exception {
		URL sheet = Platform.getBundle(BOOK).getEntry("cheatsheets/first.xml");
		NodeList commands;
		try (InputStream content = sheet.openStream()) {
			commands = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(content).getElementsByTagName("command");
		}
		assertEquals(STEPS, commands.getLength());
		for (int i = 0; i < commands.getLength(); i++) {
			ParameterizedCommand command = command(((Element) commands.item(i)).getAttribute("serialization"));
			assertTrue(command.getCommand().isDefined(), command.toString());
			if (i < 2) {
				Ui.run(() -> execute(command));
			}
		}
		Ui.await("simulated vCenter", () -> Workbench.connection().flatMap(PalisadeUi.instance().inventories()::find).isPresent());
	}

	@Test
	void theCheatSheetOpensAndCarriesOutAStep() {
		ParameterizedCommand open = command("org.eclipse.ui.cheatsheets.openCheatSheet(cheatSheetId=org.palisade.help.first)");
		Ui.run(() -> execute(open));
		Ui.await("cheat sheet", () -> helpText().contains("1. Open the perspective Cluster Fencing"));
		Screenshots.take("cheat-sheet", Workbench.shell());
		Ui.begin(() -> follow("org.palisade.ui.command.newSimulated"));
		Ui.await("simulated vCenter", () -> Workbench.connection().flatMap(PalisadeUi.instance().inventories()::find).isPresent());
		Workbench.hide(HELP_VIEW);
	}

	/** Goes with Tab to the link to a command, and presses Enter. */
	private static void follow(String command) {
		FormText page = Widgets.all(Workbench.page().getWorkbenchWindow().getShell(), FormText.class).stream()
				.filter(form -> text(form).contains("Fence Your First VM")).findFirst().orElseThrow();
		page.setFocus();
		for (int i = 0; i < STEPS && !("command:" + command).equals(page.getSelectedLinkHref()); i++) {
			page.traverse(SWT.TRAVERSE_TAB_NEXT);
		}
		assertEquals("command:" + command, page.getSelectedLinkHref());
		Event enter = new Event();
		enter.character = SWT.CR;
		page.notifyListeners(SWT.KeyDown, enter);
	}

	private static ParameterizedCommand command(String serialization) {
		try {
			return PlatformUI.getWorkbench().getService(ICommandService.class).deserialize(serialization);
		} catch (CommandException e) {
			throw new AssertionError(serialization, e);
		}
	}

	private static void execute(ParameterizedCommand command) {
		try {
			PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
		} catch (CommandException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void theWelcomePageIsShown() {
		Workbench.show(HELP_VIEW, IViewPart.class);
		assertTrue(Ui.get(HelpTest::helpText).contains("Fence your first VM"), Ui.get(HelpTest::helpText));
		Screenshots.take("welcome", Workbench.shell());
		Workbench.hide(HELP_VIEW);
	}
}
