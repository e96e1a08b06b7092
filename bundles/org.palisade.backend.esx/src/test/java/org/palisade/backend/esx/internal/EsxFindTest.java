package org.palisade.backend.esx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.testsupport.scripted.ScriptedVSphere;

class EsxFindTest extends EsxFixture {

	private List<String> find(String text) throws FenceException {
		return find(new PlugSelector(text, Optional.empty()));
	}

	private List<String> find(PlugSelector selector) throws FenceException {
		return open().find(selector, generous()).stream().map(Plug::path).sorted().toList();
	}

	@Test
	void findsByNameInOneView() throws FenceException {
		assertEquals(List.of("/DC1/vm/vm1"), find("vm1"));
		assertEquals(List.of("CreateContainerView", "RetrievePropertiesEx", "DestroyView", "RetrievePropertiesEx"), server.calls());
	}

	@Test
	void findsEveryMachineOfAName() throws FenceException {
		assertEquals(List.of("/DC1/vm/same", "/DC2/vm/same"), find("same"));
	}

	@Test
	void findsNothingByAnotherCaseOrAPartOfAName() throws FenceException {
		assertEquals(List.of(), find("VM1"));
		session.close(generous());
		assertEquals(List.of(), find("vm"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a/b", "a%2fb", "a%2Fb" })
	void findsNamesWithSlashesInEitherForm(String text) throws FenceException {
		assertEquals(List.of("/DC1/vm/a%2fb"), find(text));
		assertEquals("a/b", session.find(PlugSelector.of(text), generous()).get(0).name());
	}

	@Test
	void alwaysContinuesAPageThatWasCut() throws FenceException {
		server.on("RetrievePropertiesEx", request -> request.contains("ContainerView")
				? ScriptedVSphere.returns("<token>t1</token>" + Rows.machine("vm-9", Rows.text("name", "other")))
				: properties(request));
		server.on("ContinueRetrievePropertiesEx",
				request -> request.contains("<token>t1</token>")
						? ScriptedVSphere.returns("<token>t2</token>" + Rows.machine("vm-2", Rows.text("name", "same")))
						: ScriptedVSphere.returns(Rows.machine("vm-3", Rows.text("name", "same"))));
		assertEquals(List.of("/DC1/vm/same", "/DC2/vm/same"), find("same"));
		assertEquals(2, calls("ContinueRetrievePropertiesEx"));
	}

	@ParameterizedTest
	@CsvSource({ "DC1, /DC1/vm/same", "DC2, /DC2/vm/same", "/DC2, /DC2/vm/same" })
	void theDatacenterRestricts(String datacenter, String path) throws FenceException {
		assertEquals(List.of(path), find(new PlugSelector("same", Optional.of(datacenter))));
	}

	@Test
	void theDatacenterRestrictsEveryReading() throws FenceException {
		assertEquals(List.of(), find(new PlugSelector("VirtualMachine:vm-1", Optional.of("DC2"))));
	}

	@Test
	void tellsADatacenterThatDoesNotExist() throws FenceException {
		open();
		assertTrue(problem(Kind.NOT_FOUND, () -> session.find(new PlugSelector("vm1", Optional.of("dc1")), generous())).message().contains("dc1"));
	}

	@Test
	void tellsADatacenterThatExistsTwice() throws FenceException {
		server.on("RetrievePropertiesEx",
				request -> ScriptedVSphere.returns(
						Rows.object("Datacenter", "dc-1", Rows.text("name", "DC"), Rows.parent("Folder", "group-d1"))
								+ Rows.object("Datacenter", "dc-2", Rows.text("name", "DC"), Rows.parent("Folder", "group-d9"))
								+ Rows.object("Folder", "group-d9", Rows.text("name", "F"), Rows.parent("Folder", "group-d1"))));
		open();
		FenceProblem twice = problem(Kind.AMBIGUOUS, () -> session.find(new PlugSelector("vm1", Optional.of("DC")), generous()));
		assertTrue(twice.message().contains("/DC, /F/DC"), twice.message());
	}

	@Test
	void findsByUuidBothWaysWithoutLookingAtNames() throws FenceException {
		server.on("FindAllByUuid", request -> {
			assertTrue(request.contains("<uuid>" + UUID + "</uuid><vmSearch>true</vmSearch>"), request);
			String value = request.contains("<instanceUuid>true") ? "vm-1" : "vm-1</returnval><returnval type=\"VirtualMachine\">vm-2";
			return reference("VirtualMachine", value);
		});
		assertEquals(List.of("/DC1/vm/same", "/DC1/vm/vm1"), find("421E6B3A0C554F2E9F0A1234567890AB"));
		assertEquals(List.of("FindAllByUuid", "FindAllByUuid", "RetrievePropertiesEx"), server.calls());
	}

	@Test
	void looksForANameThatLooksLikeAUuid() throws FenceException {
		add("vm-5", UUID, "group-v1");
		assertEquals(List.of("/DC1/vm/" + UUID), find(UUID));
	}

	@Test
	void findsByExplicitReferenceInOneCall() throws FenceException {
		assertEquals(List.of("/DC1/vm/vm1"), find("VirtualMachine:vm-1"));
		assertEquals(List.of("RetrievePropertiesEx"), server.calls());
		assertEquals(List.of(), session.find(PlugSelector.of("VirtualMachine:vm-99"), generous()));
	}

	@Test
	void looksForANameThatLooksLikeAReference() throws FenceException {
		assertEquals(List.of("/DC1/vm/vm1"), find("vm-1"));
		session.close(generous());
		add("vm-5", "vm-1", "group-v2");
		assertEquals(List.of("/DC1/vm/vm1", "/DC2/vm/vm-1"), find("vm-1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/DC1/vm/vm1", "DC1/vm/vm1" })
	void findsByFullPathWithoutLookingAtNames(String text) throws FenceException {
		server.on("FindByInventoryPath", request -> request.contains("<inventoryPath>DC1/vm/vm1</inventoryPath>")
				? reference("VirtualMachine", "vm-1") : ScriptedVSphere.nothing());
		assertEquals(List.of("/DC1/vm/vm1"), find(text));
		assertEquals(List.of("FindByInventoryPath", "RetrievePropertiesEx"), server.calls());
	}

	@Test
	void findsByShortPathAndByNameTogether() throws FenceException {
		server.on("FindByInventoryPath", request -> request.contains("<inventoryPath>a/vm/b</inventoryPath>")
				? reference("VirtualMachine", "vm-9") : ScriptedVSphere.nothing());
		add("vm-9", "b", "group-v2");
		assertEquals(List.of("/DC1/vm/a%2fb", "/DC2/vm/b"), find("a/b"));
	}

	@Test
	void anAbsolutePathIsNoName() throws FenceException {
		assertEquals(List.of(), find("/DC1/vm/none"));
		assertEquals(0, calls("CreateContainerView"));
	}

	@Test
	void findsAPathWhoseNameHoldsASlash() throws FenceException {
		server.on("FindByInventoryPath", request -> request.contains("<inventoryPath>DC1/vm/a%2fb</inventoryPath>")
				? reference("VirtualMachine", "vm-4") : ScriptedVSphere.nothing());
		assertEquals(List.of("/DC1/vm/a%2fb"), find("/DC1/vm/a/b"));
	}

	@Test
	void doesNotAcceptAPathInAnotherCaseOrToAnotherObject() throws FenceException {
		server.on("FindByInventoryPath", request -> reference("VirtualMachine", "vm-1"));
		assertEquals(List.of(), find("/DC1/vm/VM1"));
		server.on("FindByInventoryPath", request -> reference("Folder", "group-v1"));
		assertEquals(List.of(), session.find(PlugSelector.of("/DC1/vm/vm1"), generous()));
	}

	@Test
	void survivesAMachineThatVanishedSinceItWasFound() throws FenceException {
		server.on("RetrievePropertiesEx", request -> {
			String answer = properties(request);
			if (request.contains("ContainerView")) {
				machines.remove("vm-2");
			}
			return answer;
		});
		assertEquals(List.of("/DC2/vm/same"), find("same"));
	}
}
