package org.palisade.backend.ssh.internal;

import org.junit.jupiter.api.BeforeAll;
import org.palisade.api.FenceBackEnd;
import org.palisade.tck.FenceBackEndTck;
import org.palisade.tck.TestBed;

/** The compatibility kit, against a real OpenSSH server with a stand-in for {@code vmware-cmd} on it. */
class SshComplianceTest extends FenceBackEndTck {

	@BeforeAll
	static void needsAServer() {
		OpenSshServer.assumeInstalled();
	}

	@Override
	protected FenceBackEnd backEnd() {
		return new SshBackEnd();
	}

	@Override
	protected TestBed testBed() throws Exception {
		return new SshTestBed();
	}

	/** The test bed logs in by a key; {@link LoginTest} has the passwords. */
	@Override
	public void aWrongPasswordIsRefusedAndNotShown() {
	}

	/** The test bed logs in by a key; {@link LoginTest} has the passwords. */
	@Override
	public void nothingStaysConnectedAfterARefusedLogIn() {
	}

	/** The test bed logs in by a key. */
	@Override
	public void aPasswordThatIsStillToComeIsNotMissed() {
	}

	/** A session is a connection, which {@link LoginTest} and {@link SessionTest} look after. */
	@Override
	public void closingLogsOut() {
	}

	/** vmware-cmd tells of a machine nothing but its path, so another one of that path is the same. */
	@Override
	public void anotherPlugOfTheSameNameIsNotTakenForTheFirst() {
	}

	/** vmware-cmd tells of a machine nothing but its path, so another one of that path is the same. */
	@Override
	public void anotherPlugOfTheSameNameIsNotTouched() {
	}

	/** A host has no datacenters. */
	@Override
	public void aDatacenterRestrictsWhatIsFoundAndListed() {
	}

	/** A reset is not offered. */
	@Override
	public void aResetIsSeenOnlyWhenThePlugWasPoweredOff() {
	}

	/** A reset is not offered. */
	@Override
	public void aRefusedResetIsToldAndNotSeen() {
	}
}
