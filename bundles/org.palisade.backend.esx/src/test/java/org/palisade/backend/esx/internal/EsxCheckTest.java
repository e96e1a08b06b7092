package org.palisade.backend.esx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.testsupport.scripted.ScriptedVSphere;

class EsxCheckTest extends EsxFixture {

	private void privileges(boolean onRoot, boolean onMachines) {
		server.on("HasPrivilegeOnEntities", request -> {
			boolean granted = request.contains("<entity type=\"Folder\">") ? onRoot : onMachines;
			String privileges = List.of("VirtualMachine.Interact.PowerOn", "VirtualMachine.Interact.PowerOff").stream()
					.map(id -> "<privAvailability><privId>" + id + "</privId><isGranted>" + granted + "</isGranted></privAvailability>")
					.reduce("", String::concat);
			return ScriptedVSphere.returns("<entity type=\"VirtualMachine\">vm-1</entity>" + privileges);
		});
	}

	@ParameterizedTest
	@CsvSource({ "true, true", "true, false", "false, true" })
	void monitorPassesWhenSomethingCouldBeFenced(boolean onRoot, boolean onMachines) throws FenceException {
		privileges(onRoot, onMachines);
		open().check(Optional.empty(), generous());
	}

	@Test
	void monitorFailsWithoutPrivileges() throws FenceException {
		privileges(false, false);
		open();
		FenceProblem lacking = problem(Kind.PRIVILEGE, () -> session.check(Optional.empty(), generous()));
		assertTrue(lacking.message().contains("VirtualMachine.Interact.PowerOff"), lacking.message());
	}

	@Test
	void monitorAsksForTheResetWhereResetsAreToBeDone() throws FenceException {
		privileges(true, true);
		open("method", "cycle");
		FenceProblem lacking = problem(Kind.PRIVILEGE, () -> session.check(Optional.empty(), generous()));
		assertTrue(lacking.message().contains("VirtualMachine.Interact.Reset"), lacking.message());
		assertFalse(lacking.message().contains("PowerOff"), lacking.message());
	}

	@Test
	void monitorChecksThePlugItself() throws FenceException {
		privileges(true, false);
		open();
		Plug plug = session.find(PlugSelector.of("VirtualMachine:vm-1"), generous()).get(0);
		problem(Kind.PRIVILEGE, () -> session.check(Optional.of(plug), generous()));
	}

	@Test
	void monitorFailsWhenNothingIsVisible() throws FenceException {
		privileges(true, true);
		machines.clear();
		open();
		problem(Kind.PRIVILEGE, () -> session.check(Optional.empty(), generous()));
	}

	@Test
	void monitorCancelsARetrievalThatItDoesNotNeed() throws FenceException {
		privileges(true, true);
		server.on("RetrievePropertiesEx", request -> ScriptedVSphere.returns("<token>t</token>" + Rows.machine("vm-1", Rows.text("name", "n"))));
		server.on("CancelRetrievePropertiesEx", request -> ScriptedVSphere.nothing());
		open().check(Optional.empty(), generous());
		assertEquals(1, calls("CancelRetrievePropertiesEx"));
	}

	@ParameterizedTest
	@CsvSource({ "VirtualMachine.Interact.PowerOff, true", "VirtualMachine.Interact.Reset, false" })
	void asksTheRolesWhereTheServerCannotTellPrivileges(String second, boolean granted) throws FenceException {
		server.on("HasPrivilegeOnEntities", request -> ScriptedVSphere.fault("NotSupported", "no", ""));
		server.on("RetrievePropertiesEx", request -> {
			if (request.contains("<pathSet>roleList</pathSet>")) {
				return ScriptedVSphere.returns("<objects><obj type=\"AuthorizationManager\">am</obj><propSet><name>roleList</name>"
						+ "<val xsi:type=\"ArrayOfAuthorizationRole\"><AuthorizationRole><roleId>7</roleId>"
						+ "<privilege>VirtualMachine.Interact.PowerOn</privilege><privilege>" + second + "</privilege></AuthorizationRole>"
						+ "<AuthorizationRole><roleId>8</roleId><privilege>VirtualMachine.Interact.PowerOff</privilege></AuthorizationRole>"
						+ "</val></propSet></objects>");
			}
			if (request.contains("<pathSet>effectiveRole</pathSet>")) {
				return ScriptedVSphere.returns("<objects><obj type=\"Folder\">group-d1</obj><propSet><name>effectiveRole</name>"
						+ "<val xsi:type=\"ArrayOfInt\"><int>7</int></val></propSet></objects>");
			}
			return properties(request);
		});
		open();
		if (granted) {
			session.check(Optional.empty(), generous());
		} else {
			problem(Kind.PRIVILEGE, () -> session.check(Optional.empty(), generous()));
		}
	}
}
