package org.palisade.core.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;

class OptionCatalogTest {

	private static final OptionDeclaration API_PATH = OptionDeclaration.of("api_path", OptionType.STRING, "a path").withDefault("/rest");

	@ParameterizedTest
	@CsvSource({ "action,o", "ip,a", "ipport,u", "username,l", "password,p", "password_script,S", "plug,n", "ssl,z", "notls,t", "vmware_type,d",
			"vmware_datacenter,s", "exec,e", "inet4_only,4", "inet6_only,6", "separator,C", "method,m", "debug_file,D", "quiet,q", "verbose,v", "version,V", "help,h" })
	void theLettersAreThoseOfTheContract(String name, char letter) {
		assertEquals(Optional.of(name), OptionCatalog.of(List.of()).byLetter(letter).map(OptionDeclaration::name));
	}

	@ParameterizedTest
	@CsvSource({ "action,option", "ip,ipaddr", "username,login", "password,passwd", "password_script,passwd_script", "plug,port", "plug,uuid", "debug_file,debug" })
	void theOldNamesAreThoseOfTheContract(String name, String oldName) {
		assertEquals(Optional.of(name), OptionCatalog.of(List.of()).byKey(oldName).map(OptionDeclaration::name));
	}

	@ParameterizedTest
	@CsvSource({ "action,reboot", "vmware_type,esx", "login_timeout,5", "shell_timeout,3", "power_timeout,20", "power_wait,0",
			"stonith_status_sleep,1", "delay,0", "retry_on,1", "ssl,1", "method,onoff", "port_as_ip,", "suspended_as_off,", "debug_file,", "missing_as_off,", "ipport,", "disable_timeout,", "ssl_secure,",
			"ssl_insecure," })
	void theDefaultsAreThoseOfTheContract(String name, String value) {
		assertEquals(Optional.ofNullable(value), OptionCatalog.of(List.of()).byKey(name).orElseThrow().defaultValue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "separator", "plug_separator" })
	void theSeparatorIsAComma(String name) {
		assertEquals(Optional.of(","), OptionCatalog.of(List.of()).byKey(name).orElseThrow().defaultValue());
	}

	static List<OptionDeclaration> common() {
		return CommonOptions.all();
	}

	@ParameterizedTest
	@MethodSource("common")
	void everyOptionSaysWhatItIs(OptionDeclaration declaration) {
		assertTrue(declaration.description().length() > 10, declaration.description());
		assertTrue(!declaration.description().endsWith(".") && !declaration.description().contains("NLS"), declaration.description());
	}

	@Test
	void whatOtherAgentsHadIsKnownWithoutABackEndThatHasIt() {
		assertEquals("gnutlscli_path", OptionCatalog.of(List.of()).byKey("gnutlscli-path").orElseThrow().name());
	}

	@Test
	void noTwoCommonOptionsClaimTheSameNameOrLetter() {
		Set<Object> claimed = new HashSet<>();
		for (OptionDeclaration declaration : CommonOptions.all()) {
			Set<Object> own = new HashSet<>(declaration.oldNames());
			own.add(declaration.name());
			own.add(declaration.longOption().replace('-', '_'));
			declaration.letter().ifPresent(own::add);
			own.forEach(claim -> assertTrue(claimed.add(claim), () -> claim + " is claimed twice"));
		}
	}

	@Test
	void dashesAndUnderscoresMeanTheSame() {
		OptionCatalog catalog = OptionCatalog.of(List.of());

		assertEquals("password_script", catalog.byKey("passwd-script").orElseThrow().name());
		assertEquals("vmware_type", catalog.byKey("vmware-type").orElseThrow().name());
	}

	@Test
	void equalDeclarationsOfTwoBackEndsAreOne() {
		OptionCatalog catalog = OptionCatalog.of(List.of(CatalogedBackEnd.declaring("one", API_PATH), CatalogedBackEnd.declaring("two", API_PATH)));

		assertEquals(1, catalog.declarations().stream().filter(API_PATH::equals).count());
		assertEquals(List.of(), catalog.problems());
	}

	@Test
	void aBackEndsDeclarationGoesBeforeTheOneThatIsMerelyAccepted() {
		OptionCatalog catalog = OptionCatalog.of(List.of(CatalogedBackEnd.declaring("one", API_PATH)));

		assertEquals(Optional.of(API_PATH), catalog.byKey("api_path"));
		assertEquals(List.of(), catalog.problems());
	}

	@Test
	void aDefaultOfTheCallersOwnHoldsUnderEveryName() {
		OptionCatalog catalog = OptionCatalog.of(List.of(CatalogedBackEnd.declaring("one", API_PATH)),
				Map.of("plug", "vm", "api_path", "/api", "nobody_declares_it", "x"));

		assertEquals(Optional.of("vm"), catalog.byKey("port").orElseThrow().defaultValue());
		assertEquals(Optional.of("vm"), catalog.byLetter('n').orElseThrow().defaultValue());
		assertEquals(Optional.of("/api"), catalog.byKey("api-path").orElseThrow().defaultValue());
		assertEquals(OptionCatalog.of(List.of(CatalogedBackEnd.declaring("one", API_PATH))).declarations().size(),
				catalog.declarations().size());
	}

	@Test
	void aBackEndMayRepeatACommonOption() {
		OptionDeclaration ip = OptionCatalog.of(List.of()).byKey("ip").orElseThrow();

		assertEquals(List.of(), OptionCatalog.of(List.of(CatalogedBackEnd.declaring("one", ip))).problems());
	}

	static List<OptionDeclaration> conflicts() {
		return List.of(API_PATH.withDefault("/api"), OptionDeclaration.of("other", OptionType.STRING, "x").withLongOption("api_path"),
				OptionDeclaration.of("other", OptionType.STRING, "x").withOldNames("api_path"),
				OptionDeclaration.of("other", OptionType.STRING, "x").withLetter('a'),
				OptionDeclaration.of("ip", OptionType.STRING, "another address"), OptionDeclaration.of("port", OptionType.INTEGER, "a port"));
	}

	@ParameterizedTest
	@MethodSource("conflicts")
	void aConflictIsReportedWithTheBackEndAndTheLaterDeclarationLeftOut(OptionDeclaration conflicting) {
		OptionCatalog alone = OptionCatalog.of(List.of(CatalogedBackEnd.declaring("one", API_PATH)));
		OptionCatalog both = OptionCatalog
				.of(List.of(CatalogedBackEnd.declaring("one", API_PATH), CatalogedBackEnd.declaring("two", conflicting)));

		assertEquals(List.copyOf(alone.declarations()), List.copyOf(both.declarations()));
		assertEquals(1, both.problems().size());
		assertTrue(both.problems().get(0).startsWith("back end two declares option " + conflicting.name()), both.problems()::toString);
	}

	@Test
	void aBackEndThatDoesNotTellItsOptionsDoesNotHideThoseOfOthers() {
		CatalogedBackEnd broken = new CatalogedBackEnd("broken", () -> {
			throw new IllegalStateException();
		});

		OptionCatalog catalog = OptionCatalog.of(List.of(broken, CatalogedBackEnd.declaring("one", API_PATH)));

		assertTrue(catalog.byKey("api_path").isPresent());
		assertTrue(catalog.problems().get(0).contains("broken"), catalog.problems()::toString);
	}
}
