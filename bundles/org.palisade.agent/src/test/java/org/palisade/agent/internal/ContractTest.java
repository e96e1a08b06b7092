package org.palisade.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PowerState;
import org.palisade.api.option.Secret;

/** Exit codes and texts of the fence-agent contract. */
class ContractTest {

	private final Caller caller = new Caller();

	@ParameterizedTest
	@CsvSource({ "on,OFF,Success: Powered ON,0", "on,ON,Success: Already ON,0", "off,ON,Success: Powered OFF,0",
			"off,OFF,Success: Already OFF,0", "reboot,ON,Success: Rebooted,0", "reboot,OFF,Success: Rebooted,0", "status,ON,Status: ON,0",
			"status,OFF,Status: OFF,2", "OFF,ON,Success: Powered OFF,0", "Status,OFF,Status: OFF,2" })
	void powerActions(String action, PowerState power, String text, int code) {
		caller.backEnd.power = power;

		int actual = caller.sends(Caller.COMMON + "action=" + action + "\n");

		caller.assertSays(code, text + "\n", "", actual);
	}

	@Test
	void theCommandLineIsTakenWhenThereIsOne() {
		int code = caller.types("-a", "h", "-l", "u", "-p", "topsecret", "-n", "web", "-o", "status");

		caller.assertSays(0, "Status: ON\n", "", code);
		assertEquals(Optional.of(Secret.of("topsecret")), caller.backEnd.openedWith.secret("password"));
	}

	@Test
	void noActionIsReboot() {
		int code = caller.sends(Caller.COMMON);

		caller.assertSays(0, "Success: Rebooted\n", "", code);
	}

	@Test
	void theOldNameOfTheActionIsHonoured() {
		int code = caller.sends(Caller.COMMON + "option=status\n");

		caller.assertSays(0, "Status: ON\n", "", code);
		assertFalse(caller.backEnd.calls.contains("change"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "monitor", "validate-all", "list", "list-status" })
	void whatHasNothingToSaySaysNothing(String action) {
		int code = caller.sends(Caller.COMMON + "action=" + action + "\n");

		caller.assertSays(0, "", "", code);
	}

	@Test
	void monitorAndListNeedNoPlug() {
		assertEquals(0, caller.sends("ip=h\nlogin=u\npasswd=topsecret\naction=monitor\n"));
		assertEquals(0, caller.sends("ip=h\nlogin=u\npasswd=topsecret\naction=list\n"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "enable", "disable", "diag", "frobnicate", "\"\"", "of" })
	void anUnknownActionIsSaidToBeOneAndNothingIsDone(String action) {
		int code = caller.sends(Caller.COMMON + "action=" + action + "\n");

		assertEquals(1, code);
		assertEquals("", caller.stdout());
		assertTrue(caller.stderr().contains("unsupported action"), caller.stderr());
		assertTrue(caller.stderr().contains("unrecognised action"), caller.stderr());
		assertTrue(caller.stderr().contains("reboot, status"), caller.stderr());
		assertEquals(List.of(), caller.backEnd.calls);
	}

	@Test
	void anActionThatMayBeASecretIsNotRepeated() {
		assertEquals(1, caller.sends("action=top secret 1\n"));

		assertFalse(caller.stderr().contains("secret"), caller.stderr());
	}

	@Test
	void missingOptionsAreToldTogether() {
		int code = caller.sends("action=off\n");

		assertEquals(1, code);
		assertTrue(caller.stderr().startsWith("fence_vmware: invalid option: required options are missing: ip, username, password"),
				caller.stderr());
		assertEquals(1, caller.stderr().lines().count());
		assertEquals(List.of(), caller.backEnd.calls);
	}

	@Test
	void anUnknownKeyWarnsWithTheKeyOnly() {
		int code = caller.sends(Caller.COMMON + "action=off\npasword=topsecret\n");

		caller.assertSays(0, "Success: Powered OFF\n", "fence_vmware: warning: unknown option pasword is ignored\n", code);
	}

	@Test
	void anUnknownTypeNamesTheInstalledOnes() {
		int code = caller.sends(Caller.COMMON + "action=off\nvmware_type=topsecret\n");

		caller.assertSays(1, "", "fence_vmware: invalid option: the value of option vmware_type names no installed back end."
				+ " Use one of the installed types: esx.\n", code);
	}

	@Test
	void theTypeIsTakenInAnyCase() {
		assertEquals(0, caller.sends(Caller.COMMON + "action=status\nvmware_type=ESX\n"));
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void aProblemIsOneLineThatSaysWhatItWasAndWhatToDo(Kind kind) {
		caller.backEnd.hook = call -> {
			if (call.equals("find")) {
				throw new FenceException(kind, "what\nhappened", "what to do");
			}
		};

		int code = caller.sends(Caller.COMMON + "action=off\n");

		caller.assertSays(1, "", "fence_vmware: " + ProblemKind.text(kind) + ": what happened. what to do.\n", code);
		assertTrue(caller.backEnd.calls.contains("close"));
	}

	@Test
	void everyKindHasWordsOfItsOwn() {
		assertEquals(Kind.values().length, Arrays.stream(Kind.values()).map(ProblemKind::text).distinct().count());
	}

	@Test
	void onlyATimeoutHasTheWordsThatAFencerTakesForOne() {
		for (Kind kind : Kind.values()) {
			String text = ProblemKind.text(kind).toLowerCase(Locale.ROOT);
			assertEquals(kind == Kind.TIMEOUT, text.contains("timed out") || text.contains("timeout"), text);
		}
	}

	@Test
	void aCrashNamesTheBackEndWithoutAStackTrace() {
		caller.backEnd.hook = call -> {
			throw new IllegalStateException("topsecret");
		};

		int code = caller.sends(Caller.COMMON + "action=off\n");

		assertEquals(1, code);
		assertTrue(caller.stderr().contains("back end esx failed with java.lang.IllegalStateException"), caller.stderr());
		assertEquals(1, caller.stderr().lines().count());
	}

	@Test
	void aCrashIsToldInDetailWhenAskedForAndWithoutThePassword() {
		caller.backEnd.hook = call -> {
			throw new IllegalStateException("it was topsecret");
		};

		assertEquals(1, caller.sends(Caller.COMMON + "action=off\nverbose=1\n"));

		assertTrue(caller.stderr().contains("fence_vmware: detail: java.lang.IllegalStateException: it was ********"), caller.stderr());
	}

	@ParameterizedTest
	@ValueSource(strings = { "verbose=1", "verbose=yes", "verbose_level=1", "verbose=0\nverbose_level=2" })
	void detailsAreToldWhenAskedFor(String option) {
		assertEquals(0, caller.sends(Caller.COMMON + "action=off\n" + option + "\n"));

		assertTrue(caller.stderr().contains("fence_vmware: detail: /DC0/vm/web (vm-1) is ON, asking for OFF"), caller.stderr());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "verbose=0", "verbose=1\nverbose_level=0" })
	void detailsAreNotToldOtherwise(String option) {
		assertEquals(0, caller.sends(Caller.COMMON + "action=off\n" + option + "\n"));

		assertEquals("", caller.stderr());
	}

	@Test
	void quietKeepsStandardErrorEmpty() {
		int code = caller.sends(Caller.COMMON + "action=status\nquiet=1\nunknown=1\n");
		caller.assertSays(0, "Status: ON\n", "", code);

		assertEquals(1, caller.sends("quiet=1\naction=off\n"));
		assertEquals("", caller.stderr());
	}

	@Test
	void quietDoesNotAffectVerbose() {
		assertEquals(0, caller.sends(Caller.COMMON + "action=off\nquiet=1\nverbose=1\nunknown=1\n"));

		assertTrue(caller.stderr().contains("unknown option unknown is ignored"), caller.stderr());
		assertTrue(caller.stderr().contains("asking for OFF"), caller.stderr());
	}

	@Test
	void severalPlugsAreToldOneByOneOnStandardError() {
		caller.backEnd.plugs.add("db");

		int code = caller.sends(Caller.COMMON + "action=off\nplug=web,db\n");

		caller.assertSays(0, "Success: Powered OFF\n",
				"fence_vmware: plug /DC0/vm/web: Success: Powered OFF\nfence_vmware: plug /DC0/vm/db: Success: Powered OFF\n", code);
	}

	@Test
	void severalPlugsOfWhichOneFailsAreAFailure() {
		caller.backEnd.plugs.add("db");
		caller.backEnd.hook = call -> {
			if (call.equals("change") && !caller.backEnd.calls.subList(0, caller.backEnd.calls.size() - 1).contains("change")) {
				throw new FenceException(Kind.TASK, "no", "");
			}
		};

		int code = caller.sends(Caller.COMMON + "action=off\nplug=web;db\nplug_separator=;\n");

		caller.assertSays(1, "", "fence_vmware: plug /DC0/vm/web: task failed: no.\nfence_vmware: plug /DC0/vm/db: Success: Powered OFF\n"
				+ "fence_vmware: task failed: 1 of 2 plugs failed; the first one: no.\n", code);
	}

	@Test
	void aCycleThatTheBackEndCannotDoIsAnOptionError() {
		int code = caller.sends(Caller.COMMON + "action=monitor\nmethod=cycle\n");

		caller.assertSays(1, "", "fence_vmware: invalid option: option method asks for a reset, which back end esx cannot do."
				+ " Use method=onoff, or leave method out.\n", code);
		assertEquals(List.of(), caller.backEnd.calls);
	}

	@Test
	void theDatacenterRestrictsTheLookUp() {
		caller.sends(Caller.COMMON + "action=status\nvmware_datacenter=DC1\n");

		assertEquals(Optional.of("DC1"), caller.backEnd.searched.datacenter());
	}

	@ParameterizedTest
	@CsvSource({ "pacemaker-fenced,55", "other,3", ",3" })
	void underPacemakerTheInnerLimitsAreLifted(String fencer, long seconds) {
		caller.fencer = fencer;

		caller.sends(Caller.COMMON + "action=status\n");

		assertEquals(Duration.ofSeconds(seconds), caller.backEnd.context.answerLimit());
	}

	@Test
	void problemsOfTheInstallationAreWarnings() {
		caller.installationProblems.add("back end x is left out");

		int code = caller.sends(Caller.COMMON + "action=status\n");

		caller.assertSays(0, "Status: ON\n", "fence_vmware: warning: back end x is left out\n", code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "validate", "open", "find", "read", "change" })
	void afterAStopNothingLooksLikeASuccess(String stopAt) {
		caller.backEnd.hook = call -> {
			if (call.equals(stopAt)) {
				caller.cancellation.request();
			}
		};

		int code = caller.sends(Caller.COMMON + "action=off\n");

		assertEquals(1, code);
		assertEquals("", caller.stdout());
		assertTrue(caller.stderr().startsWith("fence_vmware: cancelled: "), caller.stderr());
	}

	@Test
	void afterAStopNotEvenTheMetadataIsPrinted() {
		caller.cancellation.request();

		assertEquals(1, caller.sends("action=metadata\n"));
		assertEquals("", caller.stdout());
	}
}
