package org.palisade.ui.internal.connection;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Control;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.palisade.api.FenceBackEnd;
import org.palisade.core.backend.BackEndRegistry;
import org.palisade.ui.internal.PalisadeUi;

/** Tells a control, as long as it is there, which back ends are installed when some come or go. */
final class BackEndWatch extends ServiceTracker<FenceBackEnd, FenceBackEnd> {

	private final Control control;
	private final Consumer<List<FenceBackEnd>> changed;

	private BackEndWatch(Control control, Consumer<List<FenceBackEnd>> changed) {
		super(FrameworkUtil.getBundle(BackEndWatch.class).getBundleContext(), FenceBackEnd.class, null);
		this.control = control;
		this.changed = changed;
	}

	/** Begins. Only for the UI thread, in which {@code changed} is called as well. */
	static void begin(Control control, Consumer<List<FenceBackEnd>> changed) {
		BackEndWatch watch = new BackEndWatch(control, changed);
		watch.open();
		control.addDisposeListener(event -> watch.close());
	}

	/** {@return the back ends that are installed now} */
	static List<FenceBackEnd> installed() {
		return List.copyOf(PalisadeUi.instance().service(BackEndRegistry.class).installed().all());
	}

	@Override
	public FenceBackEnd addingService(ServiceReference<FenceBackEnd> reference) {
		tell();
		return super.addingService(reference);
	}

	@Override
	public void removedService(ServiceReference<FenceBackEnd> reference, FenceBackEnd service) {
		super.removedService(reference, service);
		tell();
	}

	/** Later, when the registry knows it too. */
	private void tell() {
		if (!control.isDisposed()) {
			control.getDisplay().asyncExec(() -> {
				if (!control.isDisposed()) {
					changed.accept(installed());
				}
			});
		}
	}
}
