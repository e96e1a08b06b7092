package org.palisade.agent.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** What the bundles show to each other. */
class WiringTest {

	private static final String PACKAGE = BundleRevision.PACKAGE_NAMESPACE;

	private static List<Bundle> ours() {
		List<Bundle> bundles = new ArrayList<>();
		for (Bundle bundle : Services.context().getBundles()) {
			if (bundle.getSymbolicName().startsWith("org.palisade.")) {
				bundles.add(bundle);
			}
		}
		assertTrue(bundles.size() > 5, () -> "only " + bundles);
		return bundles;
	}

	@Test
	void every_bundle_resolves_and_starts() {
		for (Bundle bundle : ours()) {
			assertEquals(Bundle.ACTIVE, bundle.getState(), bundle.getSymbolicName());
		}
	}

	@Test
	void exported_packages_have_a_version_and_internal_ones_are_for_friends_only() {
		for (Bundle bundle : ours()) {
			for (BundleCapability exported : bundle.adapt(BundleRevision.class).getDeclaredCapabilities(PACKAGE)) {
				String name = bundle.getSymbolicName() + " exports " + exported.getAttributes().get(PACKAGE);
				if (name.contains(".internal")) {
					assertTrue(exported.getDirectives().getOrDefault("x-friends", "").startsWith("org.palisade."), name);
				} else {
					assertFalse(Version.emptyVersion.equals(exported.getAttributes().get("version")), name);
				}
			}
		}
	}

	@Test
	void only_yavijava_sees_our_log4j() {
		Set<String> users = new TreeSet<>();
		for (BundleWire wire : Services.bundle("org.palisade.log4j").adapt(BundleWiring.class).getProvidedWires(PACKAGE)) {
			users.add(wire.getRequirer().getSymbolicName());
		}
		assertEquals(Set.of("com.toastcoders.yavijava"), users);
	}
}
