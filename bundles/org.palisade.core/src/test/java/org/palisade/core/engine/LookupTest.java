package org.palisade.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;

/** Promise: exactly one plug, and never a template. */
class LookupTest {

	private static final Plug TEMPLATE = new Plug("vm-9", "web", "/DC0/vm/web-template", Optional.empty(), true);

	private final Stage stage = new Stage();

	@ParameterizedTest
	@EnumSource(names = { "ON", "OFF", "REBOOT", "STATUS", "MONITOR" })
	void nothingFoundIsRefused(FenceAction action) {
		stage.backEnd.onFind = List::of;

		FenceProblem problem = stage.assertFails(action, Kind.NOT_FOUND);

		assertTrue(problem.message().contains("web"));
		stage.assertCalls("validate", "open", "find", "close");
	}

	@Test
	void nothingFoundInADatacenterNamesIt() {
		stage.selector = Optional.of(new PlugSelector("web", Optional.of("DC7")));
		stage.backEnd.onFind = List::of;

		assertTrue(stage.assertFails(FenceAction.OFF, Kind.NOT_FOUND).message().contains("DC7"));
	}

	@ParameterizedTest
	@EnumSource(names = { "ON", "OFF", "REBOOT", "STATUS", "MONITOR" })
	void severalAreRefusedWithPathsAndIds(FenceAction action) {
		stage.backEnd.onFind = () -> List.of(Stage.plug("vm-1", "one/web"), Stage.plug("vm-2", "two/web"));

		FenceProblem problem = stage.assertFails(action, Kind.AMBIGUOUS);

		assertTrue(problem.message().contains("/DC0/vm/one/web (vm-1)"), problem.message());
		assertTrue(problem.message().contains("/DC0/vm/two/web (vm-2)"), problem.message());
		assertTrue(problem.advice().contains("vmware_datacenter"));
		stage.assertCalls("validate", "open", "find", "close");
	}

	@Test
	void aRestrictionThatTheBackEndDoesNotHaveIsNotAdvised() {
		stage.backEnd.hasDatacenters = false;
		stage.backEnd.onFind = () -> List.of(Stage.plug("vm-1", "one/web"), Stage.plug("vm-2", "two/web"));

		FenceProblem problem = stage.assertFails(FenceAction.OFF, Kind.AMBIGUOUS);

		assertFalse(problem.advice().contains("vmware_datacenter"), problem.advice());
		assertTrue(problem.advice().contains("in parentheses"), problem.advice());
	}

	@ParameterizedTest
	@EnumSource(names = { "ON", "OFF", "REBOOT", "STATUS", "MONITOR", "LIST", "VALIDATE_ALL" })
	void aRestrictionThatTheBackEndDoesNotHaveIsRefusedBeforeAnythingIsContacted(FenceAction action) {
		stage.backEnd.hasDatacenters = false;
		stage.options.put("vmware_datacenter", "DC1");

		FenceProblem problem = stage.assertFails(action, Kind.OPTION);

		assertEquals("option vmware_datacenter restricts look-ups to a datacenter, and back end played has none", problem.message());
		assertEquals(List.of(), stage.backEnd.calls);
	}

	@Test
	void aLongListOfCandidatesIsCutWithItsCount() {
		stage.backEnd.onFind = () -> IntStream.rangeClosed(1, 23).mapToObj(i -> Stage.plug("vm-" + i, "x" + i + "/web")).toList();

		FenceProblem problem = stage.assertFails(FenceAction.OFF, Kind.AMBIGUOUS);

		assertTrue(problem.message().contains("23 plugs"), problem.message());
		assertTrue(problem.message().contains("(vm-20)"), problem.message());
		assertFalse(problem.message().contains("(vm-21)"), problem.message());
		assertTrue(problem.message().contains("and 3 more"), problem.message());
	}

	@Test
	void aListOfAsManyCandidatesAsAreShownIsNotCut() {
		stage.backEnd.onFind = () -> IntStream.rangeClosed(1, 20).mapToObj(i -> Stage.plug("vm-" + i, "x" + i + "/web")).toList();

		FenceProblem problem = stage.assertFails(FenceAction.OFF, Kind.AMBIGUOUS);

		assertTrue(problem.message().contains("(vm-20)"), problem.message());
		assertFalse(problem.message().contains("more"), problem.message());
	}

	@ParameterizedTest
	@EnumSource(names = { "ON", "OFF", "REBOOT", "STATUS", "MONITOR" })
	void aTemplateIsRefusedAndSaidToBeOne(FenceAction action) {
		stage.backEnd.onFind = () -> List.of(TEMPLATE);

		FenceProblem problem = stage.assertFails(action, Kind.REFUSED);

		assertTrue(problem.message().contains("template"), problem.message());
		stage.assertCalls("validate", "open", "find", "close");
	}

	@Test
	void aTemplateOfTheSameNameDoesNotMakeThePlugAmbiguous() {
		stage.backEnd.onFind = () -> List.of(TEMPLATE, Stage.VM);
		stage.backEnd.reading(Stage.on(), Stage.off()).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);

		assertEquals(List.of(Stage.VM), stage.backEnd.changed);
	}

	@Test
	void aMissingPlugCountsAsOffWhenAskedFor() {
		stage.settings = missingAsOff();
		stage.backEnd.onFind = List::of;

		stage.assertAchieves(FenceAction.OFF, Achievement.ALREADY_OFF);
		stage.assertWarned("does not exist");
		stage.assertNotPowered();
	}

	@Test
	void theStatusOfAMissingPlugIsOffWhenAskedFor() {
		stage.settings = missingAsOff();
		stage.backEnd.onFind = List::of;

		stage.assertAchieves(FenceAction.STATUS, Achievement.IS_OFF);
	}

	@ParameterizedTest
	@EnumSource(names = { "OFF", "STATUS" })
	void anAmbiguousPlugNeverCountsAsOff(FenceAction action) {
		stage.settings = missingAsOff();
		stage.backEnd.onFind = () -> List.of(Stage.VM, Stage.plug("vm-2", "web"));

		stage.assertFails(action, Kind.AMBIGUOUS);
	}

	@ParameterizedTest
	@EnumSource(names = { "OFF", "STATUS" })
	void aTemplateNeverCountsAsOff(FenceAction action) {
		stage.settings = missingAsOff();
		stage.backEnd.onFind = () -> List.of(TEMPLATE);

		stage.assertFails(action, Kind.REFUSED);
	}

	@ParameterizedTest
	@EnumSource(names = { "OFF", "STATUS" })
	void aLookupThatFailsNeverCountsAsOff(FenceAction action) {
		stage.settings = missingAsOff();
		stage.backEnd.onFind = () -> {
			throw Stage.problem(Kind.NOT_FOUND);
		};

		stage.assertFails(action, Kind.NOT_FOUND);
	}

	@ParameterizedTest
	@EnumSource(names = { "ON", "REBOOT", "MONITOR" })
	void whatIsNotMerelyAboutBeingOffStillNeedsThePlug(FenceAction action) {
		stage.settings = missingAsOff();
		stage.backEnd.onFind = List::of;

		stage.assertFails(action, Kind.NOT_FOUND);
	}

	private static FenceSettings missingAsOff() {
		Duration second = Duration.ofSeconds(1);
		return new FenceSettings(Duration.ZERO, second, second, second, Duration.ZERO, 1, true, false, PowerMethod.ONOFF, ",", false);
	}
}
