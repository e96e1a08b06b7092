package org.palisade.backend.vmrun.internal;

/** The compatibility kit for {@code server1}, which knows running machines only. */
class Server1ComplianceTest extends VmrunComplianceTck {

	Server1ComplianceTest() {
		super(ServerType.SERVER1);
	}

	/** A plug is named by its whole path. */
	@Override
	public void allThatMatchAreFoundAndEachOnce() {
	}

	/** A template does not run, so it is not told of, and its path is refused. */
	@Override
	public void aTemplateIsNeverFoundAsAnythingElseAndNeverListed() {
	}
}
