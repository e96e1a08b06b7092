package org.palisade.agent.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.palisade.agent.tests.fixture.ForeignBackEnd;
import org.palisade.core.backend.BackEndRegistry;

/** Back ends come and go as services, and as nothing else. */
class BackEndServiceTest {

	@Test
	void a_back_end_of_a_bundle_installed_at_run_time_is_there_until_the_bundle_stops() throws Exception {
		BackEndRegistry registry = Services.service(BackEndRegistry.class);
		assertFalse(registry.installed().find(ForeignBackEnd.TYPE).isPresent(), "before");

		Bundle bundle = Services.context().installBundle("memory:" + ForeignBundle.SYMBOLIC_NAME, ForeignBundle.jar());
		try {
			bundle.start();
			assertEquals("A back end of somebody else", registry.installed().find(ForeignBackEnd.TYPE).orElseThrow().summary());
			assertEquals(List.of(), registry.installed().problems());

			bundle.stop();
			assertFalse(registry.installed().find(ForeignBackEnd.TYPE).isPresent(), "after");
		} finally {
			bundle.uninstall();
		}
	}

	@Test
	void the_foreign_class_is_not_the_tests_own() throws Exception {
		BackEndRegistry registry = Services.service(BackEndRegistry.class);
		Bundle bundle = Services.context().installBundle("memory:" + ForeignBundle.SYMBOLIC_NAME, ForeignBundle.jar());
		try {
			bundle.start();
			Class<?> type = registry.installed().find(ForeignBackEnd.TYPE).orElseThrow().getClass();
			assertEquals(ForeignBackEnd.class.getName(), type.getName());
			assertTrue(type != ForeignBackEnd.class, "loaded by the bundle that was installed");
		} finally {
			bundle.uninstall();
		}
	}

	@Test
	void agent_and_core_are_wired_to_no_back_end() {
		for (String name : List.of("org.palisade.agent", "org.palisade.core")) {
			for (BundleWire wire : Services.bundle(name).adapt(BundleWiring.class).getRequiredWires(null)) {
				String provider = wire.getProvider().getSymbolicName();
				assertFalse(provider.startsWith("org.palisade.backend.") || provider.equals("org.palisade.vsphere"), name + " is wired to " + provider);
			}
		}
	}
}
