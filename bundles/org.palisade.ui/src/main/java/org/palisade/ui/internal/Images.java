package org.palisade.ui.internal;

import java.util.Locale;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** The pictures of the views. Only for the UI thread. */
public enum Images {

	/** A connection to a server. */
	SERVER,
	/** A connection that is not open, or lost. */
	SERVER_OFF,
	/** A simulated server. */
	SIMULATED,
	/** A datacenter. */
	DATACENTER,
	/** A folder. */
	FOLDER,
	/** A cluster. */
	CLUSTER,
	/** A host. */
	HOST,
	/** A host that the server has no contact to. */
	HOST_LOST,
	/** A host in maintenance mode. */
	HOST_MAINTENANCE,
	/** A machine that is on. */
	VM_ON,
	/** A machine that is off. */
	VM_OFF,
	/** A machine that is suspended. */
	VM_SUSPENDED,
	/** A machine whose state is not known or cannot be relied on. */
	VM_UNKNOWN,
	/** A template. */
	TEMPLATE,
	/** Success. */
	PASSED,
	/** Failure. */
	FAILED,
	/** Not tried. */
	NOT_TRIED,
	/** A history. */
	HISTORY;

	private String path() {
		return "icons/" + name().toLowerCase(Locale.ROOT) + ".svg";
	}

	static void register(ImageRegistry registry) {
		for (Images image : values()) {
			registry.put(image.name(), ResourceLocator.imageDescriptorFromBundle(PalisadeUi.ID, image.path())
					.orElseGet(ImageDescriptor::getMissingImageDescriptor));
		}
	}

	/** {@return the picture, which lives as long as the workbench} */
	public Image image() {
		return PalisadeUi.instance().getImageRegistry().get(name());
	}

	/** {@return what the picture is made from} */
	public ImageDescriptor descriptor() {
		return PalisadeUi.instance().getImageRegistry().getDescriptor(name());
	}
}
