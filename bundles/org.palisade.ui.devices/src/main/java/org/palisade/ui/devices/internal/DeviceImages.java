package org.palisade.ui.devices.internal;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.swt.graphics.Image;

/** The pictures of the rows and what is laid over them. Only for the UI thread. */
enum DeviceImages {

	/** A cluster. */
	CLUSTER_CONFIGURATION,
	/** A node. */
	NODE,
	/** A method or level. */
	METHOD,
	/** A device. */
	FENCE_DEVICE;

	/** What a row has over its picture. Each is said by a text of the row as well. */
	enum Mark {
		/** Nothing is known yet. */
		NONE,
		/** All is well. */
		WELL,
		/** Something should be looked after. */
		WARNING,
		/** Fencing would fail. */
		ERROR
	}

	static void register(ImageRegistry registry) {
		for (DeviceImages image : values()) {
			ImageDescriptor base = descriptor(image.name());
			for (Mark mark : Mark.values()) {
				registry.put(image.key(mark), mark == Mark.NONE ? base
						: new DecorationOverlayIcon(base, descriptor("MARK_" + mark.name()), IDecoration.BOTTOM_RIGHT));
			}
		}
	}

	private static ImageDescriptor descriptor(String name) {
		Optional<ImageDescriptor> found = ResourceLocator.imageDescriptorFromBundle(DevicesUi.ID, "icons/" + name.toLowerCase(Locale.ROOT) + ".svg");
		return found.orElseGet(ImageDescriptor::getMissingImageDescriptor);
	}

	private String key(Mark mark) {
		return name() + '/' + mark.name();
	}

	/** {@return the picture with a mark, which lives as long as the workbench} */
	Image image(Mark mark) {
		return DevicesUi.instance().getImageRegistry().get(key(mark));
	}
}
