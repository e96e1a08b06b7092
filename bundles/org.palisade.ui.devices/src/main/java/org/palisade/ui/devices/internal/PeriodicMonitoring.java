package org.palisade.ui.devices.internal;

import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.palisade.devices.FenceDevices;

/** Looks at all devices again and again, while the preferences say so and the view is open. Asks for no password and tries no refused account. */
final class PeriodicMonitoring extends Job {

	private final FenceDevices devices;
	private final IPreferenceStore preferences = DevicesUi.instance().getPreferenceStore();
	private final IPropertyChangeListener listener = event -> preferencesChanged();
	private volatile boolean stopped;

	PeriodicMonitoring(FenceDevices devices) {
		super(Messages.job_monitor);
		this.devices = devices;
		setSystem(true);
	}

	void start() {
		preferences.addPropertyChangeListener(listener);
		preferencesChanged();
	}

	void stop() {
		stopped = true;
		preferences.removePropertyChangeListener(listener);
		cancel();
	}

	private boolean isWanted() {
		return !stopped && preferences.getBoolean(MonitoringDefaults.PERIODICALLY);
	}

	private void preferencesChanged() {
		cancel();
		if (isWanted()) {
			schedule();
		}
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		devices.reload();
		new MonitorJob(devices.configurations().stream().flatMap(configuration -> configuration.devices().stream()).toList(), false).schedule();
		if (isWanted()) {
			schedule(TimeUnit.SECONDS.toMillis(Math.max(MonitoringDefaults.SHORTEST_SECONDS, preferences.getInt(MonitoringDefaults.INTERVAL))));
		}
		return Status.OK_STATUS;
	}
}
