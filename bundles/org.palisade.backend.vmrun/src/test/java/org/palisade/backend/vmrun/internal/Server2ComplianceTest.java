package org.palisade.backend.vmrun.internal;

/** The compatibility kit for {@code server2}. */
class Server2ComplianceTest extends VmrunComplianceTck {

	Server2ComplianceTest() {
		super(ServerType.SERVER2);
	}
}
