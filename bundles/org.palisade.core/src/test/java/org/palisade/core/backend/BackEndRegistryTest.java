package org.palisade.core.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Deadline;

class BackEndRegistryTest {

	private final BackEndRegistry registry = new BackEndRegistry();

	@Test
	void backEndsComeAndGo() {
		FenceBackEnd esx = new NamedBackEnd(() -> "esx");
		registry.addBackEnd(esx, properties(0, 1));
		InstalledBackEnds before = registry.installed();

		registry.removeBackEnd(esx);

		assertSame(esx, before.find("esx").orElseThrow());
		assertEquals(List.of(esx), List.copyOf(before.all()));
		assertEquals(Optional.empty(), registry.installed().find("esx"));
	}

	@Test
	void theTypesAreToldInOrder() {
		for (String type : List.of("server2", "esx", "rest")) {
			registry.addBackEnd(new NamedBackEnd(() -> type), properties(0, 1));
		}

		assertEquals("esx, rest, server2", registry.installed().types());
	}

	@Test
	void theBackEndsComeInTheOrderOfTheirRanking() {
		FenceBackEnd low = new NamedBackEnd(() -> "esx");
		FenceBackEnd high = new NamedBackEnd(() -> "rest");
		registry.addBackEnd(low, properties(0, 1));
		registry.addBackEnd(high, properties(5, 2));

		assertEquals(List.of("rest", "esx"), List.copyOf(registry.installed().byType().keySet()));
		assertEquals(List.of(high, low), List.copyOf(registry.installed().byType().values()));
	}

	@Test
	void theHighestRankingWinsAndTheOtherIsReported() {
		FenceBackEnd low = new NamedBackEnd(() -> "esx");
		FenceBackEnd high = new RankedBackEnd();
		registry.addBackEnd(low, properties(0, 1));
		registry.addBackEnd(high, properties(5, 2));

		InstalledBackEnds installed = registry.installed();

		assertSame(high, installed.find("esx").orElseThrow());
		assertEquals(1, installed.problems().size());
		String name = NamedBackEnd.class.getName();
		assertEquals("two back ends have the type esx: that of " + RankedBackEnd.class.getName() + " is used, that of " + name
				+ " is left out; take one of them out of plugins.d", installed.problems().get(0));
	}

	@Test
	void amongEqualsTheFirstOneWins() {
		FenceBackEnd first = new NamedBackEnd(() -> "esx");
		registry.addBackEnd(new NamedBackEnd(() -> "esx"), properties(0, 9));
		registry.addBackEnd(first, properties(0, 3));

		assertSame(first, registry.installed().find("esx").orElseThrow());
	}

	@Test
	void theOtherTakesOverWhenTheHighestRankingGoes() {
		FenceBackEnd low = new NamedBackEnd(() -> "esx");
		FenceBackEnd high = new NamedBackEnd(() -> "esx");
		registry.addBackEnd(low, properties(0, 1));
		registry.addBackEnd(high, properties(5, 2));

		registry.removeBackEnd(high);

		assertSame(low, registry.installed().find("esx").orElseThrow());
		assertEquals(List.of(), registry.installed().problems());
	}

	@Test
	void aTypeThatThrowsIsReportedAndHarmsNobody() {
		registry.addBackEnd(new NamedBackEnd(() -> {
			throw new IllegalStateException("broken");
		}), properties(9, 1));
		registry.addBackEnd(new NamedBackEnd(() -> "esx"), properties(0, 2));

		InstalledBackEnds installed = registry.installed();

		assertEquals("esx", installed.types());
		assertEquals(1, installed.problems().size());
		assertTrue(installed.problems().get(0).contains(NamedBackEnd.class.getName()), installed.problems()::toString);
	}

	@Test
	void aBackEndOutsideAFrameworkIsNamedByItsType() {
		assertEquals("esx", Provider.describe(new NamedBackEnd(() -> "esx")));
	}

	@Test
	void aBackEndOfAFrameworkIsNamedByItsBundleToo() throws Exception {
		FenceBackEnd known = ofBundle("com.example.backend", "esx");
		assertEquals("esx of bundle com.example.backend", Provider.describe(known));
		FenceBackEnd nameless = ofBundle("com.example.nameless", null);
		assertEquals(nameless.getClass().getName() + " of bundle com.example.nameless", Provider.describe(nameless));

		registry.addBackEnd(known, properties(5, 1));
		registry.addBackEnd(new NamedBackEnd(() -> "esx"), properties(0, 2));
		assertEquals("two back ends have the type esx: that of bundle com.example.backend is used, that of " + NamedBackEnd.class.getName()
				+ " is left out; take one of them out of plugins.d", registry.installed().problems().get(0));
	}

	/** {@return a back end whose class is a bundle's} Its type is thrown instead of told when there is none. */
	private static FenceBackEnd ofBundle(String name, String type) throws Exception {
		Class<?> bundled = new LoaderOfABundle(name).loadClass(BundledBackEnd.class.getName());
		Supplier<String> told = () -> Optional.ofNullable(type).orElseThrow();
		return (FenceBackEnd) bundled.getConstructor(Supplier.class).newInstance(told);
	}

	/** Stands in for the class loader of a framework's bundle: it knows the bundle, and has classes of its own. */
	private static final class LoaderOfABundle extends ClassLoader implements BundleReference {

		private static final Set<String> OWN = Set.of(NamedBackEnd.class.getName(), BundledBackEnd.class.getName());

		private final Bundle bundle;

		LoaderOfABundle(String name) {
			super(BackEndRegistryTest.class.getClassLoader());
			bundle = (Bundle) Proxy.newProxyInstance(getParent(), new Class<?>[] { Bundle.class },
					(proxy, method, arguments) -> method.getName().equals("getSymbolicName") ? name : null);
		}

		@Override
		public Bundle getBundle() {
			return bundle;
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			Class<?> known = findLoadedClass(name);
			if (known != null) {
				return known;
			}
			return OWN.contains(name) ? define(name) : super.loadClass(name, resolve);
		}

		private Class<?> define(String name) throws ClassNotFoundException {
			try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
				byte[] bytes = in.readAllBytes();
				return defineClass(name, bytes, 0, bytes.length);
			} catch (IOException e) {
				throw new ClassNotFoundException(name, e);
			}
		}
	}

	/** One whose class another loader may load too. */
	public static final class BundledBackEnd extends NamedBackEnd {

		/** Tells that type. */
		public BundledBackEnd(Supplier<String> type) {
			super(type);
		}
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "ESX", "e sx", "e-sx", "e\nsx" })
	void anInvalidTypeIsReportedAndLeftOut(String type) {
		registry.addBackEnd(new NamedBackEnd(() -> type), properties(0, 1));

		assertTrue(registry.installed().all().isEmpty());
		assertEquals(1, registry.installed().problems().size());
	}

	private static Map<String, Object> properties(int ranking, long id) {
		return Map.of("service.ranking", ranking, "service.id", id);
	}

	/** A back end that has a type and nothing else; no two are equal. */
	private static class NamedBackEnd implements FenceBackEnd {

		private final Supplier<String> type;

		NamedBackEnd(Supplier<String> type) {
			this.type = type;
		}

		@Override
		public String type() {
			return type.get();
		}

		@Override
		public String summary() {
			return "named";
		}

		@Override
		public List<OptionDeclaration> options() {
			return List.of();
		}

		@Override
		public Set<String> requiredOptions() {
			return Set.of();
		}

		@Override
		public void validate(OptionValues options) {
			throw new UnsupportedOperationException();
		}

		@Override
		public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) {
			throw new UnsupportedOperationException();
		}
	}

	/** One of another class, which stands for another bundle. */
	private static final class RankedBackEnd extends NamedBackEnd {

		RankedBackEnd() {
			super(() -> "esx");
		}
	}
}
