package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Govc;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.VcSim;

/** Servers that announce other API versions than the newest. */
@Needs(RealPart.GO)
class ApiVersionsTest {

	@TempDir
	Path temporary;

	@ParameterizedTest
	@ValueSource(strings = { "5.0", "5.5", "6.0", "6.5", "6.7.3", "7.0.3.2", "8.0.2.0" })
	void fences(String version) {
		InstalledAgent agent = InstalledAgent.copyInto(temporary);
		try (VcSim vcsim = VcSim.start("-dc", "1", "-vm", "1", "-api-version", version)) {
			Govc govc = vcsim.govc();

			Check.quietlySucceeded(agent.run(Request.to(vcsim).plug("DC0_H0_VM0").action("off")), "Success: Powered OFF");

			assertFalse(govc.isOn("/DC0/vm/DC0_H0_VM0"));
			assertEquals(List.of(), govc.foreignSessions());
		}
	}
}
