package org.palisade.agent.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.palisade.agent.tests.fixture.ForeignBackEnd;
import org.palisade.core.backend.BackEndRegistry;

/** Back ends come and go as services, and as nothing else. */
class BackEndServiceTest {

	private static final Pattern FORBIDDEN = Pattern.compile("org\\.palisade\\.(backend\\..*|vsphere|transport)");

	@Test
	void the_esx_back_end_is_there() throws Exception {
		BackEndRegistry registry = Services.service(BackEndRegistry.class);
		assertTrue(registry.installed().find("esx").isPresent(), () -> registry.installed().toString());
	}

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
				assertFalse(FORBIDDEN.matcher(provider).matches(), name + " is wired to " + provider);
			}
		}
	}
}
