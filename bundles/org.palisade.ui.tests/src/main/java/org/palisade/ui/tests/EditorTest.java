package org.palisade.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.AbstractTextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.cluster.model.Finding;
import org.palisade.ui.editor.internal.EditorIds;
import org.palisade.ui.editor.internal.text.ConfigurationModel;
import org.palisade.ui.editor.internal.text.Fixes;

/** Edits configurations as a user does, and looks at the file afterwards. */
class EditorTest {

	private static final String PASSWORD = "s3cret&amp;x";
	static final String CONF = """
			<?xml version="1.0"?>
			<cluster name="alpha" config_version="7">
			  <cman two_node="1" expected_votes="1"/>
			  <clusternodes>
			    <clusternode name="node1" nodeid="1" votes="1">
			      <fence>
			        <method name="1">
			          <device name="vmware1" port="node1-vm"/>
			        </method>
			      </fence>
			    </clusternode>
			    <clusternode name="node2" nodeid="2" votes="1">
			      <fence>
			        <method name="1">
			          <device name="vmware1"   port='node2-vm'/>
			        </method>
			      </fence>
			    </clusternode>
			  </clusternodes>
			  <!-- one vCenter for both -->
			  <fencedevices>
			    <fencedevice name="vmware1" agent="fence_vmware" ipaddr="vcenter.example.com" login="fencing" passwd="s3cret&amp;x"/>
			  </fencedevices>
			  <rm><resources/></rm>
			</cluster>
			""";

	static final String OLD_CRM = """
			node 1: n1
			node 2: n2
			primitive vc stonith:fence_vmware_soap params ipaddr=h login=u passwd_script=/p pcmk_host_map="n1:p1;n2:p2"
			property stonith-enabled=false
			""";

	@TempDir
	private Path folder;
	private Path file;

	@BeforeEach
	void openWorkbench() {
		Workbench.open();
	}

	@AfterEach
	void close() {
		Ui.run(() -> List.of(Ui.display().getShells()).stream().filter(shell -> shell != shell.getDisplay().getShells()[0] && shell.isVisible())
				.filter(shell -> List.of("Save cluster.conf", "Migrate Old Keys", "Convert Configuration").contains(shell.getText())).forEach(Shell::close));
		Ui.run(() -> Workbench.page().closeAllEditors(false));
	}

	private IEditorPart open(String name, String text) throws IOException {
		file = Files.writeString(folder.resolve(name), text);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
		return Ui.get(() -> {
			try {
				return maximised(IDE.openEditorOnFileStore(Workbench.page(), EFS.getLocalFileSystem().getStore(file.toUri())));
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
	}

	private static IEditorPart maximised(IEditorPart editor) {
		Workbench.page().setPartState(Workbench.page().getReference(editor), IWorkbenchPage.STATE_MAXIMIZED);
		return editor;
	}

	private static ConfigurationModel model(IEditorPart editor) {
		return Ui.get(() -> editor.getAdapter(ConfigurationModel.class));
	}

	private static String text(IEditorPart editor) {
		return Ui.get(() -> model(editor).analysis().text());
	}

	private static void page(IEditorPart editor, String id) {
		Ui.run(() -> ((FormEditor) editor).setActivePage(id));
	}

	private static Control visible() {
		return Workbench.shell();
	}

	/** Enters a text as somebody does who goes on to the next field. */
	private static void enter(Text field, String text) {
		field.setText(text);
		assertTrue(Workbench.page().getActiveEditor().isDirty());
		field.notifyListeners(SWT.FocusOut, new Event());
	}

	private static Text fieldWith(String value) {
		return Widgets.one(visible(), Text.class, text -> text.isVisible() && text.getText().equals(value));
	}

	private static Button visibleButton(String text) {
		return Widgets.one(visible(), Button.class, button -> button.isVisible() && button.getText().replace("&", "").equals(text));
	}

	private static Table table(int columns) {
		return Widgets.one(visible(), Table.class, table -> table.isVisible() && table.getColumnCount() == columns && table.getParent().isVisible());
	}

	private static void select(Table table, String name) {
		for (int i = 0; i < table.getItemCount(); i++) {
			if (table.getItem(i).getText().equals(name)) {
				table.setSelection(i);
				table.notifyListeners(SWT.Selection, new Event());
				return;
			}
		}
		throw new AssertionError(name);
	}

	private static void save(IEditorPart editor) {
		Ui.begin(() -> Workbench.page().saveEditor(editor, false));
		Ui.await("preview", () -> Widgets.shell("Save " + editor.getTitle()).isPresent());
	}

	private static void confirm(IEditorPart editor, String title, String button) {
		Ui.begin(() -> Widgets.click(Widgets.button(Widgets.shell(title).orElseThrow(), button)));
		Ui.await(title + " closed", () -> Widgets.shell(title).isEmpty());
		Ui.await("saved", () -> !editor.isDirty());
	}

	@Test
	void editsByFormsAndLosesNothing() throws Exception {
		IEditorPart editor = open("cluster.conf", CONF);
		assertEquals(EditorIds.CLUSTER_CONF, Ui.get(() -> editor.getSite().getId()));
		page(editor, EditorIds.BUNDLE + ".devices");
		Ui.run(() -> select(table(2), "ipaddr"));
		assertFalse(Ui.get(editor::isDirty));
		Screenshots.take("editor-devices", Workbench.shell());
		Ui.run(() -> enter(fieldWith("vcenter.example.com"), "vc2.example.com"));
		assertEquals(CONF.replace("vcenter.example.com", "vc2.example.com"), text(editor));
		assertTrue(Ui.get(editor::isDirty));

		page(editor, EditorIds.BUNDLE + ".topology");
		Ui.run(() -> {
			Tree tree = Widgets.one(visible(), Tree.class, candidate -> candidate.isVisible() && candidate.getColumnCount() == 0 && candidate.getItemCount() == 1
					&& candidate.getItem(0).getText().equals("alpha"));
			TreeItem step = tree.getItem(0).getItem(1).getItem(0).getItem(0);
			assertEquals("vmware1, plug node2-vm", step.getText());
			tree.setSelection(step);
			tree.notifyListeners(SWT.Selection, new Event());
		});
		Screenshots.take("editor-topology", Workbench.shell());
		Ui.run(() -> enter(fieldWith("node2-vm"), "other-vm"));
		String edited = CONF.replace("vcenter.example.com", "vc2.example.com").replace("port='node2-vm'", "port='other-vm'");
		assertEquals(edited, text(editor));

		Ui.run(() -> ((FormEditor) editor).setActiveEditor(editor.getAdapter(AbstractTextEditor.class)));
		Screenshots.take("editor-source", Workbench.shell());
		save(editor);
		Shell preview = Ui.get(() -> Widgets.shell("Save cluster.conf").orElseThrow());
		Screenshots.take("editor-save", preview);
		assertEquals(CONF, Files.readString(file));
		confirm(editor, "Save cluster.conf", "Save");
		assertEquals(edited.replace("config_version=\"7\"", "config_version=\"8\""), Files.readString(file));
		assertEquals(CONF, Files.readString(folder.resolve("cluster.conf.bak")));
		assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
	}

	@Test
	void neverShowsAPasswordInAFormAndMovesItToAScript() throws Exception {
		IEditorPart editor = open("cluster.conf", CONF);
		page(editor, EditorIds.BUNDLE + ".devices");
		Ui.run(() -> select(table(2), "passwd"));
		Screenshots.take("editor-password", Workbench.shell());
		Ui.run(() -> {
			assertTrue(Widgets.all(visible(), Text.class).stream().noneMatch(text -> text.getText().contains("s3cret")));
			Table options = table(2);
			for (int i = 0; i < options.getItemCount(); i++) {
				assertFalse(options.getItem(i).getText(1).contains("s3cret"));
			}
			Widgets.click(visibleButton("Use a Password Script Instead"));
		});
		assertEquals(CONF.replace("passwd=\"" + PASSWORD + "\"", "passwd_script=\"/etc/cluster/vmware1-password.sh\""), text(editor));
		save(editor);
		Ui.run(() -> assertTrue(Widgets.all(Widgets.shell("Save cluster.conf").orElseThrow(), StyledText.class).stream()
				.noneMatch(side -> side.getText().contains("s3cret"))));
	}

	@Test
	void addsMovesAndRemovesByButtonsAndTakesItBack() throws Exception {
		IEditorPart editor = open("cluster.conf", CONF);
		page(editor, EditorIds.BUNDLE + ".topology");
		Ui.run(() -> Widgets.click(visibleButton("Add Node")));
		assertTrue(text(editor).contains("    <clusternode name=\"node3\" nodeid=\"3\"/>\n  </clusternodes>"), () -> text(editor));
		Ui.run(() -> Widgets.click(visibleButton("Add Method")));
		Ui.run(() -> Widgets.click(visibleButton("Add Device")));
		assertTrue(text(editor).contains("<method name=\"1\">\n          <device name=\"vmware1\"/>"), () -> text(editor));
		Ui.run(() -> Widgets.click(visibleButton("Remove")));
		assertFalse(text(editor).contains("<device name=\"vmware1\"/>"));
		Ui.run(() -> {
			for (int i = 0; i < 4; i++) {
				run("org.eclipse.ui.edit.undo");
			}
		});
		assertEquals(CONF, text(editor));
	}

	private static void run(String command) {
		try {
			PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
		} catch (CommandException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void savesWhatIsStillBeingTyped() throws Exception {
		IEditorPart editor = open("cluster.conf", CONF);
		page(editor, EditorIds.BUNDLE + ".devices");
		Ui.run(() -> fieldWith("vmware1").setText("vc"));
		save(editor);
		confirm(editor, "Save cluster.conf", "Save");
		assertEquals(CONF.replace("name=\"vmware1\"", "name=\"vc\"").replace("\"7\"", "\"8\""), Files.readString(file));
	}

	@Test
	void notesProblemsOfAFileOfTheWorkspaceAndMendsThem() throws Exception {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("cluster");
		project.create(null);
		try {
			project.open(null);
			IFile resource = project.getFile("cluster.conf");
			resource.create(CONF.getBytes(StandardCharsets.UTF_8), IResource.FORCE, null);
			IEditorPart editor = Ui.get(() -> {
				try {
					return IDE.openEditor(Workbench.page(), resource);
				} catch (PartInitException e) {
					throw new AssertionError(e);
				}
			});
			assertEquals(EditorIds.CLUSTER_CONF, Ui.get(() -> editor.getSite().getId()));
			Ui.await("problem", () -> problem(resource).isPresent());
			IMarker marker = problem(resource).orElseThrow();
			Ui.run(() -> IDE.getMarkerHelpRegistry().getResolutions(marker)[0].run(marker));
			assertTrue(text(editor).contains("passwd_script=\"/etc/cluster/vmware1-password.sh\""));
			save(editor);
			confirm(editor, "Save cluster.conf", "Save");
			Ui.await("no problem", () -> problem(resource).isEmpty());
		} finally {
			Ui.run(() -> Workbench.page().closeAllEditors(false));
			project.delete(true, true, null);
		}
	}

	private static Optional<IMarker> problem(IFile file) {
		try {
			return Stream.of(file.findMarkers(EditorIds.MARKER, true, IResource.DEPTH_ZERO))
					.filter(marker -> marker.getAttribute("rule", "").equals("clear-text-password")).findFirst();
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void opensWhatCannotBeReadAtItsText() throws Exception {
		IEditorPart editor = open("cluster.conf", CONF.replace("</clusternodes>", ""));
		assertTrue(Ui.get(() -> model(editor).analysis().problem().isPresent()));
		assertEquals(2, Ui.get(() -> ((FormEditor) editor).getActivePage()).intValue());
		page(editor, EditorIds.BUNDLE + ".devices");
		Screenshots.take("editor-malformed", Workbench.shell());
	}

	@Test
	void asksBeforeItWritesOverWhatSomebodyElseHasWritten() throws Exception {
		IEditorPart editor = open("cluster.conf", CONF);
		Ui.run(() -> model(editor).change(document -> document.editor().versionEdits()));
		Files.writeString(file, CONF.replace("alpha", "changed-by-somebody-else"));
		Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + 5000));
		save(editor);
		Ui.begin(() -> Widgets.click(Widgets.button(Widgets.shell("Save cluster.conf").orElseThrow(), "Save")));
		Ui.await("question", () -> Widgets.shell("Update conflict").isPresent());
		Ui.run(() -> Widgets.shell("Update conflict").orElseThrow().close());
		assertTrue(Files.readString(file).contains("changed-by-somebody-else"));
	}

	@Test
	void mendsAndMigratesTheOtherFormsAsTexts() throws Exception {
		IEditorPart editor = open("stonith.crm", OLD_CRM);
		assertEquals(EditorIds.SOURCE, Ui.get(() -> editor.getSite().getId()));
		Finding disabled = Ui.get(() -> model(editor).analysis().findings().stream().filter(finding -> finding.id().equals("stonith-disabled")).findFirst()
				.orElseThrow());
		Ui.run(() -> assertTrue(Fixes.apply(model(editor), disabled, disabled.fixes().get(0))));
		assertTrue(text(editor).contains("stonith-enabled=true"));
		Ui.begin(() -> run(EditorIds.MIGRATE));
		Ui.await("migration", () -> Widgets.shell("Migrate Old Keys").isPresent());
		Screenshots.take("editor-migrate", Ui.get(() -> Widgets.shell("Migrate Old Keys").orElseThrow()));
		Ui.begin(() -> Widgets.click(Widgets.button(Widgets.shell("Migrate Old Keys").orElseThrow(), "Migrate")));
		Ui.await("migrated", () -> text(editor).contains("stonith:fence_vmware params ip=h username=u password_script=/p"));
	}

	@Test
	void showsAnotherFormBeforeItIsWritten() throws Exception {
		IEditorPart editor = open("cluster.conf", CONF);
		Ui.begin(() -> run(EditorIds.CONVERT));
		Ui.await("conversion", () -> Widgets.shell("Convert Configuration").isPresent());
		Shell dialog = Ui.get(() -> Widgets.shell("Convert Configuration").orElseThrow());
		Screenshots.take("editor-convert", dialog);
		String preview = Ui.get(() -> Widgets.one(dialog, Text.class, text -> (text.getStyle() & SWT.V_SCROLL) != 0 && text.getText().contains("primitive")).getText());
		assertTrue(preview.contains("pcmk_host_map"), preview);
		assertFalse(preview.contains("s3cret"), preview);
		assertEquals(CONF, text(editor));
	}
}
