package org.palisade.backend.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.api.option.Secret;

/** Command lines and answers, without a server. */
class DialectTest {

	private static final VmwareCommand ESX3 = new VmwareCommand(Optional.empty());
	private static final VmwareCommand ESX4 = new VmwareCommand(Optional.of(new SecondLogin("localhost", "root", Secret.of("topsecret"))));

	private static ShellScript.Result answer(int status, String... lines) {
		return new ShellScript.Result(status, List.of(lines));
	}

	@Test
	void writesTheCommandLinesOfBothDialects() {
		assertEquals(List.of("vmware-cmd", "-l"), ESX3.list());
		assertEquals(List.of("vmware-cmd", "/a.vmx", "getstate"), ESX3.state("/a.vmx"));
		assertEquals(List.of("vmware-cmd", "/a.vmx", "start"), ESX3.change("/a.vmx", PowerOperation.ON));
		assertEquals(List.of("vmware-cmd", "-H", "localhost", "-U", "root", "-P", "topsecret", "/a.vmx", "stop", "hard"),
				ESX4.change("/a.vmx", PowerOperation.OFF));
	}

	@ParameterizedTest
	@CsvSource({ "getstate() = on,ON", "getstate() = off,OFF", "'  getstate() =  suspended ',SUSPENDED", "getstate() = stuck,UNKNOWN",
			"getstate() = melted,UNKNOWN" })
	void readsStates(String line, PowerState power) {
		assertEquals(power, VmwareCommand.stateIn(answer(0, "Some warning", line)).orElseThrow().power());
	}

	@ParameterizedTest
	@ValueSource(strings = { "off", "getstate() =", "x getstate() = off", "getstate() = off.vmx is not registered", "getstate() = off\u0000" })
	void takesNothingElseForAState(String line) {
		assertEquals(Optional.empty(), VmwareCommand.stateIn(answer(0, line)));
	}

	@Test
	void takesTwoStatesForNone() {
		assertEquals(Optional.empty(), VmwareCommand.stateIn(answer(0, "getstate() = off", "getstate() = on")));
	}

	@Test
	void readsListings() {
		assertEquals(List.of("/vmfs/volumes/a/b c/b c.vmx", "[store] x/x.vmx", "/a/t.vmtx"), VmwareCommand.machines(
				answer(0, "Warning: /etc/x", "/vmfs/volumes/a/b c/b c.vmx", "[store] x/x.vmx\r", "/a/t.vmtx", "/a/t.vmtx", "x.vmx", "/a/log")));
	}

	@ParameterizedTest
	@CsvSource({ "/v/a/vm1.vmx,vm1,false", "[s] vm1.vmx,[s] vm1,false", "/v/.vmx,/v/.vmx,false", "/v/t.vmtx,t,true" })
	void namesMachinesByTheirFile(String path, String name, boolean template) {
		assertEquals(name, VmwareCommand.plug(path).name());
		assertEquals(template, VmwareCommand.plug(path).template());
	}

	@ParameterizedTest
	@CsvSource({ "127,sh: vmware-cmd: not found,PROTOCOL", "1,Cannot complete login due to an incorrect user name or password.,LOGIN",
			"1,VMControl error -11: No such virtual machine,NOT_FOUND", "1,Insufficient permission,PRIVILEGE", "1,VMControl error -999,TASK" })
	void tellsProblemsApart(int status, String text, Kind kind) {
		assertEquals(kind, ESX3.problem(answer(status, text), "x", Kind.TASK).kind());
	}

	@Test
	void keepsThePasswordOutOfWhatTheHostRepeats() {
		String message = ESX4.problem(answer(1, "bad option topsecret\u001b[31m"), "x", Kind.TASK).message();
		assertFalse(message.contains("topsecret"), message);
		assertFalse(message.contains("\u001b"), message);
	}

	@Test
	void splitsTheOutputOfAScript() {
		ShellScript script = new ShellScript().then(List.of("a")).then(List.of("b", "it's"));
		assertTrue(script.text().contains("'b' 'it'\\''s' </dev/null"), script.text());
		assertEquals(List.of(answer(0, "x", "y"), answer(3)),
				script.split("x\r\ny\n\npalisade-exit-status 0\n\npalisade-exit-status 3\n"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x\n", "x\n\npalisade-exit-status 0\n", "\npalisade-exit-status 0\ngetstate() = off\n" })
	void recognizesAnOutputThatWasCutOff(String output) {
		assertEquals(List.of(), new ShellScript().then(List.of("a")).then(List.of("b")).split(output));
	}

	@Test
	void quotesNoControlCharacters() {
		assertThrows(IllegalArgumentException.class, () -> ShellScript.quote("a\nb"));
	}
}
