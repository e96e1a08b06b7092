package org.palisade.backend.esx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerState;

class EsxReadTest extends EsxFixture {

	private PlugState read(String... properties) throws FenceException {
		machines.put("vm-1", Rows.machine("vm-1", properties));
		Plug plug = new Plug("vm-1", "vm1", "/DC1/vm/vm1", Optional.empty(), false);
		return open().read(plug, generous());
	}

	@Test
	void readsIdentityAndStateInOneCall() throws FenceException {
		PlugState state = open().read(session.find(PlugSelector.of("VirtualMachine:vm-1"), generous()).get(0), generous());
		assertEquals(new Plug("vm-1", "vm1", "/DC1/vm/vm1", Optional.of("50" + UUID.substring(2) + " " + UUID), false), state.plug());
		assertTrue(state.isOn());
		assertEquals(2, calls("RetrievePropertiesEx"));
	}

	@ParameterizedTest
	@CsvSource({ "poweredOn, ON", "poweredOff, OFF", "suspended, SUSPENDED", "hibernated, UNKNOWN" })
	void readsPowerStates(String server, PowerState power) throws FenceException {
		assertEquals(power, read(Rows.text("name", "vm1"), Rows.power(server), Rows.connection("connected")).power());
	}

	@ParameterizedTest
	@ValueSource(strings = { "disconnected", "orphaned", "inaccessible", "invalid", "brandNew" })
	void doubtsWhatTheServerCannotKnow(String connection) throws FenceException {
		PlugState state = read(Rows.text("name", "vm1"), Rows.power("poweredOff"), Rows.connection(connection));
		assertTrue(state.doubt().isPresent());
		assertFalse(state.isOff());
	}

	@Test
	void readsAMachineWithoutConfig() throws FenceException {
		PlugState state = read(Rows.text("name", "vm1"), Rows.parent("Folder", "group-v1"), Rows.power("poweredOff"),
				Rows.connection("connected"));
		assertEquals(new Plug("vm-1", "vm1", "/DC1/vm/vm1", Optional.empty(), false), state.plug());
	}

	@Test
	void seesTemplates() throws FenceException {
		assertTrue(read(Rows.text("name", "t"), Rows.flag("config.template", true)).plug().template());
	}

	@Test
	void tellsAPropertyThatTheAccountMayNotRead() {
		FenceProblem denied = problem(Kind.PRIVILEGE, () -> read(Rows.text("name", "vm1"), Rows.denied("runtime.powerState")));
		assertTrue(denied.message().contains("System.Read"), denied.message());
	}

	@Test
	void tellsAMachineThatIsGone() throws FenceException {
		Plug gone = new Plug("vm-99", "vm1", "/DC1/vm/vm1", Optional.empty(), false);
		open();
		problem(Kind.NOT_FOUND, () -> session.read(gone, generous()));
	}

	@Test
	void listsWhateverStateARowIsIn() throws FenceException {
		machines.clear();
		machines.put("1", Rows.machine("vm-1", Rows.text("name", "a%2fb"), Rows.text("config.uuid", UUID), Rows.power("poweredOn"),
				Rows.connection("connected")));
		machines.put("2", Rows.machine("vm-2"));
		machines.put("3", Rows.machine("vm-3", Rows.text("name", "t"), Rows.flag("config.template", true)));
		machines.put("4", Rows.machine("vm-4", Rows.text("name", "s"), Rows.power("suspended"), Rows.connection("connected")));
		machines.put("5", Rows.machine("vm-5", Rows.text("name", "d"), Rows.power("poweredOff"), Rows.connection("disconnected")));
		machines.put("6", Rows.machine("vm-6", Rows.denied("name")));
		List<ListedPlug> rows = new ArrayList<>();
		open().list(true, rows::add, generous());
		assertEquals(5, rows.size());
		assertTrue(rows.contains(new ListedPlug("a/b", UUID, PowerState.ON)), rows.toString());
		assertTrue(rows.contains(new ListedPlug("vm-2", "", PowerState.UNKNOWN)), rows.toString());
		assertTrue(rows.contains(new ListedPlug("s", "", PowerState.SUSPENDED)), rows.toString());
		assertTrue(rows.contains(new ListedPlug("d", "", PowerState.UNKNOWN)), rows.toString());
		assertTrue(rows.contains(new ListedPlug("vm-6", "", PowerState.UNKNOWN)), rows.toString());
	}
}
