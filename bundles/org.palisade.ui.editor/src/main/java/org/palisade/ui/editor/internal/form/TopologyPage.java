package org.palisade.ui.editor.internal.form;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.palisade.cluster.ClusterConfChanges;
import org.palisade.cluster.ClusterDocument;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.TextEdit;
import org.palisade.cluster.model.TextRange;
import org.palisade.ui.editor.internal.EditorIds;
import org.palisade.ui.editor.internal.text.Analysis;

/** The nodes of the cluster, how each is fenced, in the order in which that is tried, and by which devices. */
final class TopologyPage extends ConfigurationPage {

	private static final int[] WEIGHTS = { 3, 2 };

	private TreeViewer tree;
	private Fields fields;
	private TopologyFields fieldsOf;
	private Button addMethod;
	private Button addStep;
	private Button remove;
	private Button up;
	private Button down;
	private Optional<ClusterConfiguration> configuration = Optional.empty();

	TopologyPage(ClusterConfEditor editor) {
		super(editor, EditorIds.BUNDLE + ".topology", Messages.page_topology);
	}

	@Override
	void createBody(Composite body, FormToolkit toolkit) {
		SashForm sash = sides(body, toolkit);
		createTree(section(sash, toolkit, Messages.topology, Messages.topology_description, 2), toolkit);
		fields = new Fields(section(sash, toolkit, Messages.details, "", 1), toolkit, pending());
		fieldsOf = new TopologyFields(model());
		sash.setWeights(WEIGHTS);
	}

	private void createTree(Composite parent, FormToolkit toolkit) {
		tree = new TreeViewer(parent, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
		fill(tree.getTree(), toolkit, Messages.topology);
		TopologyTree content = new TopologyTree(() -> configuration);
		tree.setContentProvider(content);
		tree.setLabelProvider(content);
		tree.addSelectionChangedListener(event -> showSelected());
		tree.getTree().addKeyListener(KeyListener.keyPressedAdapter(this::key));
		Composite buttons = buttons(parent, toolkit);
		button(buttons, toolkit, Messages.add_node, this::addNode);
		addMethod = button(buttons, toolkit, Messages.add_method, this::addMethod);
		addStep = button(buttons, toolkit, Messages.add_step, this::addStep);
		remove = button(buttons, toolkit, Messages.remove, this::removeSelected);
		up = button(buttons, toolkit, Messages.up, () -> move(-1));
		down = button(buttons, toolkit, Messages.down, () -> move(1));
	}

	private void key(KeyEvent event) {
		boolean alt = event.stateMask == SWT.MOD3;
		if (event.keyCode == SWT.DEL) {
			removeSelected();
		} else if (event.keyCode == SWT.INSERT) {
			addBelow();
		} else if (alt && event.keyCode == SWT.ARROW_UP) {
			event.doit = false;
			move(-1);
		} else if (alt && event.keyCode == SWT.ARROW_DOWN) {
			event.doit = false;
			move(1);
		}
	}

	private void addBelow() {
		switch (selected().kind()) {
			case CLUSTER -> addNode();
			case NODE -> addMethod();
			case METHOD, STEP -> addStep();
		}
	}

	@Override
	void show(ClusterDocument document, Analysis analysis) {
		boolean first = configuration.isEmpty();
		configuration = Optional.of(document.configuration());
		if (first) {
			tree.setInput(this);
			tree.expandAll();
			tree.setSelection(new StructuredSelection(TopologyItem.CLUSTER));
		} else {
			tree.refresh();
			if (tree.getStructuredSelection().isEmpty()) {
				select(TopologyItem.CLUSTER);
			}
		}
		showSelected();
	}

	private TopologyItem selected() {
		return tree.getStructuredSelection().getFirstElement() instanceof TopologyItem item ? item : TopologyItem.CLUSTER;
	}

	private void select(TopologyItem item) {
		tree.setSelection(new StructuredSelection(item), true);
	}

	private void showSelected() {
		TopologyItem item = selected();
		configuration.ifPresent(present -> {
			fields.show(fieldsOf.of(item, present));
			addMethod.setEnabled(item.node(present).isPresent());
			addStep.setEnabled(item.method(present).isPresent());
			boolean movable = item.kind() != TopologyItem.Kind.CLUSTER;
			remove.setEnabled(movable);
			int position = movable ? item.path().get(item.path().size() - 1) : 0;
			up.setEnabled(movable && position > 0);
			down.setEnabled(movable && position < item.parent().children(present).size() - 1);
		});
	}

	/** Makes a change at a place, as the text has it now. {@return whether something was changed} */
	private boolean change(TopologyItem item, BiFunction<ClusterConfChanges, TextRange, List<TextEdit>> change) {
		return model().change(document -> item.where(document.configuration())
				.map(where -> change.apply(ClusterConfChanges.of(document), where)).orElse(List.of()));
	}

	private void addNode() {
		List<String> names = configuration.map(ClusterConfiguration::nodes).orElse(List.of()).stream().map(ClusterNode::name).toList();
		if (model().change(document -> ClusterConfChanges.of(document).addNode(FreeName.of("node", names)))) {
			showNew(TopologyItem.CLUSTER.child(names.size()));
		}
	}

	private void addMethod() {
		TopologyItem node = new TopologyItem(selected().path().subList(0, 1));
		List<String> names = configuration.flatMap(node::node).map(some -> configuration.get().levelsOf(some.name())).orElse(List.of()).stream()
				.map(FenceLevel::name).toList();
		if (change(node, (changes, where) -> changes.addMethod(where, FreeName.of("", names)))) {
			showNew(node.child(names.size()));
		}
	}

	private void addStep() {
		TopologyItem method = new TopologyItem(selected().path().subList(0, 2));
		int position = configuration.flatMap(method::method).map(some -> some.devices().size()).orElse(0);
		String device = configuration.map(ClusterConfiguration::devices).orElse(List.of()).stream().map(FenceDevice::name).findFirst().orElse("");
		if (change(method, (changes, where) -> changes.addStep(where, device, Optional.empty()))) {
			showNew(method.child(position));
		}
	}

	private void showNew(TopologyItem item) {
		select(item);
		fields.focus();
	}

	private void removeSelected() {
		TopologyItem item = selected();
		if (item.kind() != TopologyItem.Kind.CLUSTER && change(item, ClusterConfChanges::remove)) {
			select(item.parent());
		}
	}

	private void move(int distance) {
		TopologyItem item = selected();
		if (item.kind() != TopologyItem.Kind.CLUSTER
				&& change(item, (changes, where) -> distance < 0 ? changes.moveUp(where) : changes.moveDown(where))) {
			select(item.moved(distance));
		}
	}

	@Override
	public void setFocus() {
		if (tree != null) {
			tree.getTree().setFocus();
		}
	}
}
