package org.palisade.ui.editor.internal.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.ui.editor.internal.EditorImages;
import org.palisade.ui.internal.Images;

/** What the tree of the topology shows. */
final class TopologyTree extends LabelProvider implements ITreeContentProvider {

	private final Supplier<Optional<ClusterConfiguration>> configuration;

	TopologyTree(Supplier<Optional<ClusterConfiguration>> configuration) {
		this.configuration = configuration;
	}

	@Override
	public Object[] getElements(Object input) {
		return new Object[] { TopologyItem.CLUSTER };
	}

	@Override
	public Object[] getChildren(Object element) {
		return configuration.get().map(((TopologyItem) element)::children).map(List::toArray).orElse(new Object[0]);
	}

	@Override
	public Object getParent(Object element) {
		TopologyItem item = (TopologyItem) element;
		return item.kind() == TopologyItem.Kind.CLUSTER ? null : item.parent();
	}

	@Override
	public boolean hasChildren(Object element) {
		return getChildren(element).length > 0;
	}

	@Override
	public String getText(Object element) {
		return configuration.get().map(present -> text((TopologyItem) element, present)).orElse("");
	}

	private static String text(TopologyItem item, ClusterConfiguration configuration) {
		return switch (item.kind()) {
			case CLUSTER -> configuration.name().orElse(Messages.cluster_unnamed);
			case NODE -> item.node(configuration).map(ClusterNode::name).orElse("");
			case METHOD -> item.method(configuration).map(FenceLevel::name).map(name -> NLS.bind(Messages.method_label, name)).orElse("");
			case STEP -> item.step(configuration).map(TopologyTree::step).orElse("");
		};
	}

	private static String step(DeviceUse use) {
		return use.option("port", "plug").map(ClusterOption::text).map(plug -> NLS.bind(Messages.step_label, use.device(), plug)).orElse(use.device());
	}

	@Override
	public Image getImage(Object element) {
		return switch (((TopologyItem) element).kind()) {
			case CLUSTER -> Images.CLUSTER.image();
			case NODE -> EditorImages.NODE.image();
			case METHOD -> EditorImages.METHOD.image();
			case STEP -> EditorImages.DEVICE.image();
		};
	}
}
