package org.palisade.ui.editor.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.palisade.cluster.ClusterConfChanges;
import org.palisade.cluster.ClusterDocument;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.TextEdit;
import org.palisade.ui.editor.internal.EditorIds;
import org.palisade.ui.editor.internal.EditorImages;
import org.palisade.ui.editor.internal.text.Analysis;

/** The fence devices: on the left all of them, on the right one with its options. */
final class DevicesPage extends ConfigurationPage {

	private static final String AGENT = "fence_vmware";
	private static final List<String> AGENTS = List.of(AGENT, "fence_ipmilan", "fence_scsi", "fence_virt", "fence_xvm");
	private static final int[] WEIGHTS = { 2, 3 };

	private TableViewer list;
	private Button remove;
	private Fields fields;
	private OptionsPart options;
	private List<FenceDevice> devices = List.of();

	DevicesPage(ClusterConfEditor editor) {
		super(editor, EditorIds.BUNDLE + ".devices", Messages.page_devices);
	}

	@Override
	void createBody(Composite body, FormToolkit toolkit) {
		SashForm sash = sides(body, toolkit);
		createList(section(sash, toolkit, Messages.devices, Messages.devices_description, 2), toolkit);
		Composite right = section(sash, toolkit, Messages.device, "", 1);
		fields = new Fields(right, toolkit, pending());
		options = new OptionsPart(right, toolkit, model(), pending(), this::setOption);
		sash.setWeights(WEIGHTS);
	}

	private void createList(Composite parent, FormToolkit toolkit) {
		list = new TableViewer(parent, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
		fill(list.getTable(), toolkit, Messages.devices);
		list.setContentProvider(ArrayContentProvider.getInstance());
		list.setLabelProvider(new Labels());
		list.addSelectionChangedListener(event -> showSelected(model().analysis()));
		list.getTable().addKeyListener(KeyListener.keyPressedAdapter(event -> {
			if (event.keyCode == SWT.DEL) {
				removeSelected();
			} else if (event.keyCode == SWT.INSERT) {
				add();
			}
		}));
		Composite buttons = buttons(parent, toolkit);
		button(buttons, toolkit, Messages.add, this::add);
		remove = button(buttons, toolkit, Messages.remove, this::removeSelected);
	}

	@Override
	void show(ClusterDocument document, Analysis analysis) {
		int index = selectedIndex();
		devices = document.configuration().devices();
		list.setInput(devices);
		if (!devices.isEmpty()) {
			list.setSelection(new StructuredSelection(devices.get(Math.max(0, Math.min(index, devices.size() - 1)))), true);
		} else {
			showSelected(analysis);
		}
	}

	private int selectedIndex() {
		return list.getTable().getSelectionIndex();
	}

	private Optional<FenceDevice> selected() {
		int index = selectedIndex();
		return index >= 0 && index < devices.size() ? Optional.of(devices.get(index)) : Optional.empty();
	}

	private void showSelected(Analysis analysis) {
		Optional<FenceDevice> device = selected();
		remove.setEnabled(device.isPresent());
		fields.show(device.map(some -> List.of(new Fields.Field(Messages.name, some.name(), List.of(), this::rename),
				new Fields.Field(Messages.agent, some.agent(), AGENTS, this::setAgent))).orElse(List.of()));
		options.show(device, analysis);
	}

	/** Makes a change of the device that is selected, as the text has it now. */
	private void change(BiFunction<ClusterDocument, FenceDevice, List<TextEdit>> change) {
		int index = selectedIndex();
		model().change(document -> index >= 0 && index < document.configuration().devices().size()
				? change.apply(document, document.configuration().devices().get(index)) : List.of());
	}

	private void rename(String name) {
		change((document, device) -> ClusterConfChanges.of(document).rename(device.where(), name));
	}

	private void setAgent(String agent) {
		change((document, device) -> ClusterConfChanges.of(document).set(device.where(), "agent", Optional.of(agent)));
	}

	private void setOption(OptionRow row, String value) {
		change((document, device) -> device.option(row.name()).map(option -> value.isEmpty() ? List.of(document.editor().removeOption(option))
				: document.editor().replaceOption(option, option.name(), value))
				.orElseGet(() -> value.isEmpty() ? List.of() : List.of(document.editor().addOption(device, row.name(), value))));
	}

	private void add() {
		List<String> names = new ArrayList<>(devices.stream().map(FenceDevice::name).toList());
		if (model().change(document -> ClusterConfChanges.of(document).addDevice(FreeName.of("device", names), AGENT))) {
			list.setSelection(new StructuredSelection(devices.get(devices.size() - 1)), true);
			fields.focus();
		}
	}

	private void removeSelected() {
		change((document, device) -> ClusterConfChanges.of(document).remove(device.where()));
	}

	@Override
	public void setFocus() {
		if (list != null) {
			list.getTable().setFocus();
		}
	}

	/** Names with agents. */
	private static final class Labels extends LabelProvider {

		@Override
		public String getText(Object element) {
			FenceDevice device = (FenceDevice) element;
			return device.name() + "  (" + device.agent() + ")";
		}

		@Override
		public Image getImage(Object element) {
			return EditorImages.DEVICE.image();
		}
	}
}
