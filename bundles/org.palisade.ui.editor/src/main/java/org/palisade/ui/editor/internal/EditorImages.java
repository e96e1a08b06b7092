package org.palisade.ui.editor.internal;

import java.util.Locale;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** The pictures of the editors. Only for the UI thread. */
public enum EditorImages {

	/** A fence device. */
	DEVICE,
	/** A node of a cluster. */
	NODE,
	/** A method of a node. */
	METHOD,
	/** A configuration. */
	CONFIGURATION;

	/** {@return the picture, which lives as long as the workbench} */
	public Image image() {
		ImageRegistry registry = JFaceResources.getImageRegistry();
		String key = EditorIds.BUNDLE + '.' + name();
		if (registry.getDescriptor(key) == null) {
			registry.put(key, ResourceLocator.imageDescriptorFromBundle(EditorIds.BUNDLE, "icons/" + name().toLowerCase(Locale.ROOT) + ".svg")
					.orElseGet(ImageDescriptor::getMissingImageDescriptor));
		}
		return registry.get(key);
	}
}
