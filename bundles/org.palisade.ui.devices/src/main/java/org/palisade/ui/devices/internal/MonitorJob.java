package org.palisade.ui.devices.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.palisade.api.option.Secret;
import org.palisade.api.time.CancellationSource;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionException;
import org.palisade.connections.ConnectionStore;
import org.palisade.devices.ConfiguredDevice;
import org.palisade.devices.DeviceCheck;
import org.palisade.devices.DeviceConnections;
import org.palisade.devices.DeviceHealth;
import org.palisade.devices.DeviceMonitor;
import org.palisade.devices.DevicePasswords;
import org.palisade.devices.FenceDevices;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.SilentObserver;

/**
 * Looks at devices one after the other; powers nothing. Can be cancelled. An account that a server has refused is not tried again in the same pass,
 * because that could lock it.
 */
final class MonitorJob extends Job {

	/** Two passes at a time would only double the load. */
	private static final ISchedulingRule ONE_AT_A_TIME = new ISchedulingRule() {
		@Override
		public boolean contains(ISchedulingRule rule) {
			return rule == this;
		}

		@Override
		public boolean isConflicting(ISchedulingRule rule) {
			return rule == this;
		}
	};

	private final List<ConfiguredDevice> devices;
	private final boolean asks;
	private final CancellationSource cancellation = new CancellationSource();
	private final Map<String, DeviceCheck> refused = new HashMap<>();

	/**
	 * @param devices which
	 * @param asks whether somebody is there to be asked for a password, and to be told what an account that was refused costs
	 */
	MonitorJob(List<ConfiguredDevice> devices, boolean asks) {
		super(Messages.job_monitor);
		this.devices = devices.stream().filter(ConfiguredDevice::isOurs).toList();
		this.asks = asks;
		setRule(ONE_AT_A_TIME);
		setSystem(!asks);
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == MonitorJob.class;
	}

	@Override
	protected void canceling() {
		cancellation.request();
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, devices.size());
		FenceDevices known = DevicesUi.devices();
		try {
			for (ConfiguredDevice device : devices) {
				progress.subTask(NLS.bind(Messages.monitoring, device.name(), device.place().node()));
				boolean leftAlone = !asks && known.health(device.place()).isRefused();
				if (!leftAlone) {
					DeviceCheck check = check(device);
					if (cancellation.requested()) {
						return Status.CANCEL_STATUS;
					}
					known.record(device, check);
				}
				progress.worked(1);
			}
			return Status.OK_STATUS;
		} catch (ConnectionException e) {
			return PalisadeUi.error(e.getMessage(), e);
		} catch (CancellationException noPassword) {
			return Status.CANCEL_STATUS;
		}
	}

	private DeviceCheck check(ConfiguredDevice device) throws ConnectionException {
		String account = DevicePasswords.account(device);
		if (refused.containsKey(account)) {
			return refused.get(account);
		}
		DeviceMonitor monitor = PalisadeUi.instance().service(DeviceMonitor.class);
		Optional<Connection> connection = DeviceConnections.find(device, PalisadeUi.instance().service(ConnectionStore.class).all());
		Optional<Secret> password = monitor.lacksPassword(device, connection) ? password(device, connection) : Optional.empty();
		DeviceCheck check = monitor.check(device, connection, password, cancellation, new SilentObserver(device.name()));
		if (DeviceHealth.UNKNOWN.after(check).isRefused()) {
			refused.put(account, check);
			if (password.isPresent()) {
				PalisadeUi.instance().service(DevicePasswords.class).forget(device);
			}
		}
		return check;
	}

	/** That of the connection where it is the same user, one that is kept, or one that the user enters. */
	private Optional<Secret> password(ConfiguredDevice device, Optional<Connection> connection) throws ConnectionException {
		Optional<Connection> same = connection.filter(candidate -> DeviceConnections.isSameUser(device, candidate));
		Optional<Secret> known = same.isPresent() ? PalisadeUi.instance().service(ConnectionStore.class).password(same.get()) : Optional.empty();
		if (known.isEmpty()) {
			known = PalisadeUi.instance().service(DevicePasswords.class).find(device);
		}
		return known.isPresent() || !asks ? known : Optional.of(DevicePasswordDialog.ask(device));
	}
}
