package org.palisade.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.AbstractTextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionException;
import org.palisade.connections.ConnectionStore;
import org.palisade.connections.PasswordSource;
import org.palisade.connections.Timeouts;
import org.palisade.connections.Trust;
import org.palisade.devices.DeviceConfiguration;
import org.palisade.devices.FenceDevices;
import org.palisade.simulator.CertificateKind;
import org.palisade.simulator.SimulatedVCenter;
import org.palisade.simulator.SimulatorOptions;
import org.palisade.ui.devices.internal.DeviceCommands;
import org.palisade.ui.devices.internal.FenceDevicesView;
import org.palisade.ui.devices.internal.ImportHandler;
import org.palisade.ui.editor.internal.EditorIds;
import org.palisade.ui.editor.internal.text.ConfigurationModel;
import org.palisade.ui.internal.Commands;
import org.palisade.ui.internal.FencingPerspective;
import org.palisade.ui.internal.Help;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.history.HistoryView;
import org.palisade.ui.internal.inventory.InventoryView;

/**
 * The workbench in simplified Chinese: opens what there is and looks for texts that are not Chinese. It needs a workbench that was started with that
 * language, so it runs in one of its own.
 */
@Tag("chinese")
@EnabledIf(value = "hasChineseFont", disabledReason = "no font with Chinese characters is installed, fonts-wqy-microhei for example")
class ChineseTest {

	private static final String HELP_VIEW = "org.palisade.rcp.help";
	private static final String OFF = "隔离（关闭）";
	private static final int PAGES = 5;

	/** Names: of objects of the server, of options, and what stands in a configuration. */
	private static final Pattern NAMES = Pattern.compile("UUID：?|([0-9a-f]{8}-[-0-9a-f]{27}\\s?)+|DC\\d(_C\\d)?|node\\d+(-vm)?|\\S+\\.example\\.com|fencing@vsphere\\.local|palisade-workbench"
			+ "|/\\S+|fence_\\w+|esx|rest|ssh|crmsh|cib|pcs|administrator@vsphere\\.local|palisade-demo|CN=\\S+|localhost.*|([0-9A-F]{2}:){31}[0-9A-F]{2}"
			+ "|server\\d|alpha|vmware1( +\\(fence_vmware\\))?|ipaddr|login|passwd|fencing|cluster\\.conf|<\\?xml.*", Pattern.DOTALL);

	/** What the platform says, which is in Chinese where the language packs of Eclipse are installed. */
	private static final Set<String> PLATFORM = Set.of("Warning", "Error", "Info", "OK", "Cancel",
			"&Finish", "&Apply", "Restore &Defaults", "Console", "Properties", "P&roperties", "&Save", "E&xit",
			"&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "&Delete", "Select &All", "&Find/Replace...", "&Reset Perspective...", "&Preferences...",
			"&Help Contents", "&About Palisade", "&Other...", "Open File&...", "Open Pro&jects from File System...", "&Restart", "Con&vert Line Delimiters To",
			"&Unix (LF, \\n, 0A, \u00b6) [default]", "&Windows (CRLF, \\r\\n, 0D0A, \u00a4\u00b6)", "Show Active Keybindings...",
			"Next Change", "Next Difference", "Previous Change", "Previous Difference", "Swap Left and Right View", "1 Difference", "2 Differences");

	@TempDir
	private Path folder;

	static boolean hasChineseFont() {
		try {
			Process list = new ProcessBuilder("fc-list", ":lang=zh-cn", "file").redirectErrorStream(true).start();
			return new String(list.getInputStream().readAllBytes()).contains("/");
		} catch (IOException noFontconfig) {
			return false;
		}
	}

	@BeforeAll
	static void speaksChinese() {
		assertEquals("zh_CN", Locale.getDefault().toString());
	}

	@BeforeEach
	void open() {
		Workbench.open();
		Workbench.removeConnections();
	}

	@AfterEach
	void close() {
		Ui.run(() -> Stream.of(Ui.display().getShells()).filter(shell -> shell.getParent() != null && shell.isVisible()).forEach(Shell::close));
		Ui.run(() -> Workbench.page().closeAllEditors(false));
		FenceDevices devices = PalisadeUi.instance().service(FenceDevices.class);
		devices.configurations().forEach(configuration -> devices.close(configuration.file()));
		Workbench.removeConnections();
	}

	private void connect() throws IOException {
		Connection connection = PalisadeUi.instance().simulated().add(SimulatorOptions.builder().virtualMachines(20).build());
		PalisadeUi.instance().inventories().connect(connection);
		showInventory();
		Ui.await("state in Chinese", () -> Widgets.all(shell(), Tree.class).stream()
				.anyMatch(tree -> tree.getItemCount() == 1 && tree.getItem(0).getText(1).startsWith("已连接")));
	}

	/** Opens the inventory, with all that it has. */
	private static void showInventory() {
		InventoryView view = Workbench.show(InventoryView.ID, InventoryView.class);
		Ui.run(() -> Widgets.one(contents(view), Text.class, text -> text.getMessage().startsWith("按名称")).setText(""));
	}

	private static Shell shell() {
		return Workbench.page().getWorkbenchWindow().getShell();
	}

	private static Composite contents(IViewPart part) {
		return (Composite) part.getSite().getService(MPart.class).getWidget();
	}

	private static void assertChinese(String place, List<String> texts) {
		Set<String> left = new TreeSet<>(ShownTexts.notChinese(texts));
		left.removeIf(text -> PLATFORM.contains(text) || NAMES.matcher(text).matches());
		assertEquals(Set.of(), left, place);
	}

	private static void assertChinese(String place, Composite contents) {
		assertChinese(place, Ui.get(() -> ShownTexts.of(contents)));
	}

	private static Shell awaitShell(String title) {
		Ui.await(title, () -> Widgets.shell(title).isPresent());
		return Ui.get(() -> Widgets.shell(title).orElseThrow());
	}

	private static Shell lookAt(String title, String picture) {
		Shell dialog = awaitShell(title);
		Screenshots.take(picture, dialog);
		assertChinese(picture, dialog);
		return dialog;
	}

	private static void lookAt(IViewPart view, String picture) {
		Screenshots.take(picture, Workbench.shell());
		assertChinese(picture, Ui.get(() -> contents(view)));
	}

	@Test
	void showsTheEmptyWindow() {
		assertEquals("集群隔离", Ui.get(() -> PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId(FencingPerspective.ID).getLabel()));
		InventoryView view = Workbench.show(InventoryView.ID, InventoryView.class);
		assertEquals("vSphere 清单", Ui.get(view::getTitle));
		lookAt(view, "chinese-empty");
		assertChinese("menu", Ui.get(() -> ShownTexts.of(shell().getMenuBar())));
	}

	@Test
	void findsFencesAndRemembers() throws IOException {
		connect();
		InventoryView view = Workbench.show(InventoryView.ID, InventoryView.class);
		lookAt(view, "chinese-inventory");
		Ui.run(() -> Widgets.one(contents(view), Text.class, text -> text.getMessage().startsWith("按名称")).setText("node00003"));
		Table list = Ui.get(() -> Widgets.one(contents(view), Table.class, table -> table.getColumnCount() == 6));
		Ui.await("row", () -> list.getItemCount() == 1 && list.getItem(0).getText().equals("node00003"));
		Ui.run(() -> {
			Workbench.page().activate(view);
			list.select(0);
			list.notifyListeners(SWT.Selection, new Event());
			list.setFocus();
		});
		lookAt(view, "chinese-found");
		assertChinese("context menu", Ui.get(() -> ShownTexts.of(list.getMenu())));
		Ui.begin(() -> Commands.run(Commands.OFF));
		Shell question = lookAt(OFF, "chinese-confirm");
		Ui.begin(() -> Widgets.click(Widgets.button(question, OFF)));
		Ui.await("operation", () -> PalisadeUi.instance().history().entries().size() == 1);
		assertEquals("POWERED_OFF", PalisadeUi.instance().history().entries().get(0).outcome());
		HistoryView history = Workbench.show(HistoryView.ID, HistoryView.class);
		Ui.run(() -> {
			Table table = Widgets.one(contents(history), Table.class, candidate -> candidate.getColumnCount() == 7);
			table.select(0);
			table.notifyListeners(SWT.Selection, new Event());
		});
		assertTrue(Ui.get(() -> ShownTexts.of(contents(history))).stream().anyMatch(text -> text.contains("已打开电源 → 已关闭电源")));
		lookAt(history, "chinese-history");
		lookAt(Workbench.show(IConsoleConstants.ID_CONSOLE_VIEW, IViewPart.class), "chinese-console");
	}

	@Test
	void showsTheWizard() {
		Ui.begin(() -> Commands.run(Commands.NEW_CONNECTION));
		Shell wizard = lookAt("新建连接", "chinese-wizard");
		assertEquals(List.of(), Ui.get(() -> MnemonicsTest.problems(wizard)));
		Ui.run(wizard::close);
	}

	@Test
	void showsCertificates() throws IOException {
		try (SimulatedVCenter server = SimulatedVCenter.start(SimulatorOptions.builder().virtualMachines(10).build())) {
			Shell wizard = beginConnection(server);
			test(wizard, "chinese-wizard-certificate");
			Ui.begin(() -> Widgets.click(Widgets.button(wizard, "显示证书(E)...")));
			Shell certificate = lookAt("服务器证书", "chinese-certificate");
			Ui.begin(() -> Widgets.click(Widgets.button(certificate, "信任此证书")));
			Ui.await("pin", () -> Widgets.button(wizard, "一个证书(C)").getSelection());
			test(wizard, "chinese-wizard-passed");
			assertTrue(Ui.get(() -> explanation(wizard)).startsWith("全部通过"), () -> Ui.get(() -> explanation(wizard)));
			Ui.run(() -> Widgets.beside(wizard, Text.class, "密码(&P)：").setText("错误"));
			test(wizard, "chinese-wizard-login");
			Ui.run(wizard::close);
		}
	}

	@Test
	void showsACertificateOfAnotherServer() throws IOException {
		try (SimulatedVCenter server = SimulatedVCenter
				.start(SimulatorOptions.builder().virtualMachines(10).certificate(CertificateKind.WRONG_HOST).build())) {
			Shell wizard = beginConnection(server);
			Ui.begin(() -> Widgets.click(Widgets.button(wizard, "显示证书(E)...")));
			Ui.run(lookAt("服务器证书", "chinese-certificate-other-server")::close);
			Ui.run(wizard::close);
		}
	}

	private static Shell beginConnection(SimulatedVCenter server) {
		Ui.begin(() -> Commands.run(Commands.NEW_CONNECTION));
		Shell wizard = awaitShell("新建连接");
		Ui.run(() -> {
			Widgets.beside(wizard, Text.class, "名称(&M)：").setText("生产");
			Widgets.beside(wizard, Text.class, "地址(&A)：").setText("127.0.0.1:" + server.url().getPort());
			Widgets.beside(wizard, Text.class, "用户(&U)：").setText(SimulatorOptions.DEFAULT_USERNAME);
			Widgets.beside(wizard, Text.class, "密码(&P)：").setText(SimulatorOptions.DEFAULT_PASSWORD);
		});
		return wizard;
	}

	private static String explanation(Shell wizard) {
		return Widgets.one(wizard, Text.class, text -> (text.getStyle() & SWT.V_SCROLL) != 0).getText();
	}

	private static void test(Shell wizard, String picture) {
		Ui.begin(() -> Widgets.click(Widgets.button(wizard, "测试连接(T)")));
		Ui.await("result", () -> !explanation(wizard).startsWith("尚未测试") && Widgets.button(wizard, "测试连接(T)").isEnabled());
		lookAt("新建连接", picture);
	}

	@Test
	void asksForThePasswordOfAConnection() throws ConnectionException {
		Connection connection = new Connection("asked", "生产", "127.0.0.1:1", "fencing@vsphere.local", "esx", new Trust.SystemAuthorities(),
				new PasswordSource.Memory(), Timeouts.DEFAULT, Optional.empty());
		PalisadeUi.instance().service(ConnectionStore.class).save(connection, Optional.empty());
		PalisadeUi.instance().inventories().connect(connection);
		Ui.run(lookAt("密码", "chinese-password")::close);
		showInventory();
		Ui.await("reason", () -> Widgets.all(shell(), Tree.class).stream()
				.anyMatch(tree -> tree.getItemCount() == 1 && tree.getItem(0).getText(1).contains("密码")));
	}

	@Test
	void showsThePreferences() {
		List<String> pages = Ui.get(() -> PlatformUI.getWorkbench().getPreferenceManager().getElements(PreferenceManager.PRE_ORDER).stream()
				.map(IPreferenceNode::getId).filter(id -> id.startsWith("org.palisade.")).toList());
		assertTrue(pages.size() >= PAGES, pages.toString());
		for (String page : pages) {
			Ui.begin(() -> PreferencesUtil.createPreferenceDialogOn(shell(), page, null, null).open());
			Ui.await("preferences", () -> preferences() != null);
			Shell dialog = Ui.get(ChineseTest::preferences);
			String picture = "chinese-preferences-" + page.substring(page.lastIndexOf('.') + 1);
			Screenshots.take(picture, dialog);
			assertChinese(picture, Ui.get(() -> (Composite) ((PreferencePage) ((PreferenceDialog) dialog.getData()).getSelectedPage()).getControl()));
			Ui.run(dialog::close);
		}
	}

	private static Shell preferences() {
		return Stream.of(Ui.display().getShells()).filter(shell -> shell.isVisible() && shell.getData() instanceof PreferenceDialog).findFirst().orElse(null);
	}

	@Test
	void showsFenceDevices() throws IOException {
		connect();
		PalisadeUi.instance().service(FenceDevices.class)
				.open(Files.writeString(folder.toRealPath().resolve("cluster.conf"), EditorTest.CONF.replace("node2-vm", "node00003")));
		IViewPart view = Workbench.show(FenceDevicesView.ID, FenceDevicesView.class);
		Ui.await("rows", () -> Widgets.all(contents(view), Tree.class).stream().anyMatch(tree -> tree.getItemCount() == 1 && tree.getItem(0).getItemCount() == 2));
		lookAt(view, "chinese-devices");
	}

	private void openDevices(String text) throws IOException {
		PalisadeUi.instance().service(FenceDevices.class).open(Files.writeString(folder.toRealPath().resolve("cluster.conf"), text));
		IViewPart view = Workbench.show(FenceDevicesView.ID, FenceDevicesView.class);
		Ui.await("selected cluster", () -> {
			Optional<Tree> tree = Widgets.all(contents(view), Tree.class).stream().filter(candidate -> candidate.getItemCount() == 1).findFirst();
			tree.ifPresent(rows -> {
				Workbench.page().activate(view);
				rows.setSelection(rows.getItem(0));
				rows.notifyListeners(SWT.Selection, new Event());
			});
			return tree.isPresent() && Workbench.page().getSelection() instanceof IStructuredSelection selection && selection.size() == 1;
		});
	}

	@Test
	void asksForThePasswordOfADevice() throws IOException {
		openDevices(EditorTest.CONF.replace("passwd=\"s3cret&amp;x\"", ""));
		Ui.begin(() -> Commands.run(DeviceCommands.MONITOR));
		Ui.run(lookAt("隔离设备的密码", "chinese-device-password")::close);
	}

	@Test
	void exportsAndImports() throws IOException {
		openDevices(EditorTest.CONF);
		Ui.begin(() -> Commands.run(DeviceCommands.EXPORT));
		Shell export = awaitShell("导出配置");
		Ui.run(() -> Widgets.beside(export, Text.class, "文件：").setText(folder.resolve("exported.xml").toString()));
		Ui.await("preview", () -> Widgets.button(export, "写入").isEnabled());
		Ui.run(lookAt("导出配置", "chinese-export")::close);

		Path other = Files.writeString(folder.resolve("other.conf"), EditorTest.CONF.replace("node2-vm", "node3-vm"));
		DeviceConfiguration replaced = PalisadeUi.instance().service(FenceDevices.class).configurations().get(0);
		Ui.begin(() -> ImportHandler.preview(shell(), other, replaced));
		Shell preview = awaitShell("导入到配置");
		Ui.await("preview", () -> Widgets.button(preview, "写入").isEnabled());
		lookAt("导入到配置", "chinese-import");
		Ui.run(() -> Widgets.click(Widgets.button(preview, "写入")));
		Ui.await("imported", () -> DeviceConfiguration.read(replaced.file()).devices().stream().anyMatch(device -> device.plug().equals("node3-vm")));
		assertEquals(EditorTest.CONF, Files.readString(Path.of(replaced.file() + ".bak")));
	}

	@Test
	void showsWhatIsSavedAndMigrated() throws IOException {
		IEditorPart editor = open(Files.writeString(folder.resolve("cluster.conf"), EditorTest.CONF));
		Ui.run(() -> editor.getAdapter(ConfigurationModel.class).change(document -> document.editor().versionEdits()));
		Ui.begin(() -> Workbench.page().saveEditor(editor, false));
		Ui.run(lookAt("保存 cluster.conf", "chinese-editor-save")::close);
		Ui.run(() -> Workbench.page().closeAllEditors(false));

		open(Files.writeString(folder.resolve("stonith.crm"), EditorTest.OLD_CRM));
		Ui.begin(() -> carryOut(EditorIds.MIGRATE));
		Ui.run(lookAt("迁移旧参数", "chinese-editor-migrate")::close);
	}

	@Test
	void editsAConfiguration() throws IOException {
		IEditorPart editor = open(Files.writeString(folder.resolve("cluster.conf"), EditorTest.CONF));
		for (String page : List.of("devices", "topology")) {
			Ui.run(() -> ((FormEditor) editor).setActivePage(EditorIds.BUNDLE + "." + page));
			Screenshots.take("chinese-editor-" + page, Workbench.shell());
			assertChinese(page, Ui.get(() -> (Composite) editor.getSite().getService(MPart.class).getWidget()));
		}
		Ui.run(() -> ((FormEditor) editor).setActiveEditor(editor.getAdapter(AbstractTextEditor.class)));
		Ui.begin(() -> carryOut(EditorIds.CONVERT));
		Ui.run(lookAt("转换配置", "chinese-editor-convert")::close);
	}

	private static IEditorPart open(Path file) {
		return Ui.get(() -> {
			try {
				IEditorPart opened = IDE.openEditorOnFileStore(Workbench.page(), EFS.getLocalFileSystem().getStore(file.toUri()));
				Workbench.page().setPartState(Workbench.page().getReference(opened), IWorkbenchPage.STATE_MAXIMIZED);
				return opened;
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
	}

	private static void carryOut(String serialization) {
		try {
			ParameterizedCommand command = PlatformUI.getWorkbench().getService(ICommandService.class).deserialize(serialization);
			PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
		} catch (CommandException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void helps() {
		IViewPart view = Workbench.show(HELP_VIEW, IViewPart.class);
		assertTrue(Ui.get(() -> helpText(view)).contains("隔离您的第一台虚拟机"), Ui.get(() -> helpText(view)));
		Screenshots.take("chinese-welcome", Workbench.shell());
		Ui.begin(() -> PlatformUI.getWorkbench().getHelpSystem().displayHelp(Help.INVENTORY));
		Ui.await("link in the help", () -> link() != null);
		Ui.run(() -> link().notifyListeners(SWT.Selection, new Event()));
		Ui.await("page", () -> helpText(view).contains("按向下键可以从筛选框移到各行"));
		Screenshots.take("chinese-help", Workbench.shell());
		Ui.run(() -> carryOut("org.eclipse.ui.cheatsheets.openCheatSheet(cheatSheetId=org.palisade.help.first)"));
		Ui.await("cheat sheet", () -> helpText(view).contains("打开“集群隔离”透视图"));
		Screenshots.take("chinese-cheat-sheet", Workbench.shell());
		Workbench.hide(HELP_VIEW);
	}

	private static String helpText(IViewPart view) {
		return String.join("\n", Widgets.all(contents(view), FormText.class).stream().map(AccessibleNames::ownName).toList());
	}

	private static Link link() {
		return Stream.of(Ui.display().getShells()).filter(Shell::isVisible).flatMap(shell -> Widgets.all(shell, Link.class).stream())
				.filter(link -> link.getText().contains("查找和隔离")).findFirst().orElse(null);
	}
}
