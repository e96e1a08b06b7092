package org.palisade.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Locale;

import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.palisade.connections.Connection;
import org.palisade.simulator.SimulatorOptions;
import org.palisade.ui.internal.Commands;
import org.palisade.ui.internal.FencingPerspective;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.inventory.InventoryView;

/** The workbench in simplified Chinese. It runs in a workbench of its own, which is started with that language. */
class ChineseTest {

	@AfterEach
	void close() {
		Ui.run(() -> Widgets.shell("新建连接").ifPresent(Shell::close));
		Workbench.removeConnections();
	}

	private static boolean hasChineseFont() {
		try {
			Process list = new ProcessBuilder("fc-list", ":lang=zh-cn").redirectErrorStream(true).start();
			return list.getInputStream().read() >= 0;
		} catch (IOException noFontconfig) {
			return false;
		}
	}

	@Test
	void speaksChinese() throws IOException {
		assertEquals("zh_CN", Locale.getDefault().toString());
		Workbench.open();
		Workbench.removeConnections();
		assertEquals("集群隔离", Ui.get(() -> PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId(FencingPerspective.ID).getLabel()));
		InventoryView view = Workbench.show(InventoryView.ID, InventoryView.class);
		assertEquals("vSphere 清单", Ui.get(view::getTitle));
		Connection connection = PalisadeUi.instance().simulated().add(SimulatorOptions.builder().virtualMachines(20).build());
		PalisadeUi.instance().inventories().connect(connection);
		Ui.await("state in Chinese", () -> Widgets.all(Workbench.page().getWorkbenchWindow().getShell(), Tree.class).stream()
				.anyMatch(tree -> tree.getItemCount() == 1 && tree.getItem(0).getText(1).startsWith("已连接")));
		Ui.begin(() -> Commands.run(Commands.NEW_CONNECTION));
		Ui.await("wizard", () -> Widgets.shell("新建连接").isPresent());
		Shell wizard = Ui.get(() -> Widgets.shell("新建连接").orElseThrow());
		assertEquals("测试连接", Ui.get(() -> Widgets.button(wizard, "测试连接").getText()));
		assumeTrue(hasChineseFont(), "no font with Chinese characters is installed, fonts-droid-fallback for example: no pictures are taken");
		Screenshots.take("wizard-zh_CN", wizard);
		Ui.run(wizard::close);
		Screenshots.take("inventory-zh_CN", Workbench.shell());
	}
}
