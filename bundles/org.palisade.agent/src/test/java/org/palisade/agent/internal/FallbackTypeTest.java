package org.palisade.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;

/** The option that allows another back end where the first one has nothing to talk to. */
class FallbackTypeTest {

	private static final String OFF = Caller.COMMON + "action=off\nvmware_type=rest\n";

	private final Caller caller = new Caller();
	private final FakeBackEnd rest = new FakeBackEnd();

	@BeforeEach
	void install() {
		caller.installed.put("rest", rest);
		failToOpen(Kind.NOT_OFFERED);
	}

	private void failToOpen(Kind kind) {
		rest.hook = call -> {
			if (call.equals("open")) {
				throw new FenceException(kind, "no interface", "use another");
			}
		};
	}

	@ParameterizedTest
	@ValueSource(strings = { "esx", " ESX " })
	void theOtherBackEndFencesWithAWarning(String type) {
		int code = caller.sends(OFF + "fallback_type=" + type + "\n");

		caller.assertSays(0, "Success: Powered OFF\n",
				"fence_vmware: warning: no interface; changing over to back end esx, as fallback_type says\n", code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "fallback_type=\n" })
	void nothingIsUsedThatWasNotAllowed(String line) {
		int code = caller.sends(OFF + line);

		caller.assertSays(1, "", "fence_vmware: interface not offered: no interface. use another.\n", code);
		assertEquals(List.of(), caller.backEnd.calls);
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, mode = Mode.EXCLUDE, names = "NOT_OFFERED")
	void noOtherFailureChangesOver(Kind kind) {
		failToOpen(kind);

		assertEquals(1, caller.sends(OFF + "fallback_type=esx\n"));

		assertEquals(List.of("validate"), caller.backEnd.calls);
	}

	@Test
	void anUnknownTypeIsRefused() {
		int code = caller.sends(OFF + "fallback_type=topsecret\n");

		caller.assertSays(1, "", "fence_vmware: invalid option: the value of option fallback_type names no installed back end."
				+ " Use one of the installed types: esx, rest.\n", code);
		assertEquals(List.of(), rest.calls);
	}

	@Test
	void theSameTypeIsRefused() {
		int code = caller.sends(OFF + "fallback_type=REST\n");

		caller.assertSays(1, "", "fence_vmware: invalid option: options vmware_type and fallback_type name the same back end."
				+ " Leave fallback_type out, or give another one of the installed types: esx, rest.\n", code);
		assertEquals(List.of(), rest.calls);
	}

	@Test
	void theTypeByDefaultCountsToo() {
		assertEquals(1, caller.sends(Caller.COMMON + "action=off\nfallback_type=esx\n"));

		assertTrue(caller.stderr().contains("name the same back end"), caller.stderr());
	}

	@Test
	void whatTheOtherBackEndRequiresIsRequired() {
		caller.backEnd.required = Set.of("ip", "exec");

		int code = caller.sends(OFF + "fallback_type=esx\n");

		caller.assertSays(1, "", "fence_vmware: invalid option: required options are missing: exec. See --help for the options.\n", code);
	}

	@Test
	void itIsAnOptionOfTheCommandLineToo() {
		int code = caller.types("-a", "h", "-l", "u", "-p", "topsecret", "-n", "web", "-o", "status", "-d", "rest", "--fallback-type=esx");

		assertEquals(0, code, caller.stderr());
	}
}
