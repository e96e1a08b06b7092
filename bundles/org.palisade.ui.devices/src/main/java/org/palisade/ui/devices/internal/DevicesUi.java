package org.palisade.ui.devices.internal;

import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.ui.plugin.AbstractUIPlugin;
import org.osgi.framework.BundleContext;
import org.palisade.devices.FenceDevices;
import org.palisade.ui.internal.PalisadeUi;

/** The bundle of the view: its pictures and preferences. */
public final class DevicesUi extends AbstractUIPlugin {

	/** The symbolic name of this bundle. */
	public static final String ID = "org.palisade.ui.devices";

	private static DevicesUi instance;

	/** {@return the bundle, which has been started} */
	public static DevicesUi instance() {
		return instance;
	}

	@Override
	public void start(BundleContext context) throws Exception {
		super.start(context);
		instance = this;
	}

	@Override
	public void stop(BundleContext context) throws Exception {
		instance = null;
		super.stop(context);
	}

	/** {@return the configurations that are open} */
	static FenceDevices devices() {
		return PalisadeUi.instance().service(FenceDevices.class);
	}

	@Override
	protected void initializeImageRegistry(ImageRegistry registry) {
		DeviceImages.register(registry);
	}
}
