package org.palisade.backend.esx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.testsupport.scripted.ScriptedVSphere;

/** A session of the back end with a scripted server that has some machines in two datacenters. */
abstract class EsxFixture {

	static final String UUID = "421e6b3a-0c55-4f2e-9f0a-1234567890ab";

	final List<String> told = Collections.synchronizedList(new ArrayList<>());
	final CancellationSource cancellation = new CancellationSource();
	final Map<String, String> machines = new HashMap<>();
	ScriptedVSphere server;
	FenceSession session;

	@BeforeEach
	void start() throws IOException {
		server = new ScriptedVSphere();
		server.on("RetrieveServiceContent", request -> ScriptedVSphere.returns("<rootFolder type=\"Folder\">group-d1</rootFolder>"
				+ "<propertyCollector type=\"PropertyCollector\">pc</propertyCollector><viewManager type=\"ViewManager\">vmgr</viewManager>"
				+ "<about><apiVersion>8.0.2.0</apiVersion></about><sessionManager type=\"SessionManager\">SessionManager</sessionManager>"
				+ "<authorizationManager type=\"AuthorizationManager\">am</authorizationManager>"
				+ "<searchIndex type=\"SearchIndex\">si</searchIndex>"));
		server.on("CreateContainerView", request -> reference("ContainerView", request.contains("<type>Datacenter</type>") ? "dcs" : "vms"));
		server.on("DestroyView", request -> ScriptedVSphere.nothing());
		server.on("FindAllByUuid", request -> ScriptedVSphere.nothing());
		server.on("FindByInventoryPath", request -> ScriptedVSphere.nothing());
		server.on("RetrievePropertiesEx", this::properties);
		add("vm-1", "vm1", "group-v1");
		add("vm-2", "same", "group-v1");
		add("vm-3", "same", "group-v2");
		add("vm-4", "a%2fb", "group-v1");
	}

	void add(String id, String name, String folder) {
		machines.put(id, Rows.machine(id, Rows.text("name", name), Rows.parent("Folder", folder), Rows.text("config.uuid", UUID),
				Rows.text("config.instanceUuid", "50" + UUID.substring(2)), Rows.flag("config.template", false), Rows.power("poweredOn"),
				Rows.connection("connected")));
	}

	String properties(String request) {
		if (request.contains("<obj type=\"ContainerView\">dcs</obj>")) {
			return ScriptedVSphere.returns(Rows.object("Datacenter", "dc-1", Rows.text("name", "DC1"))
					+ Rows.object("Datacenter", "dc-2", Rows.text("name", "DC2")));
		}
		if (request.contains("<obj type=\"ContainerView\">vms</obj>")) {
			return ScriptedVSphere.returns(String.join("", machines.values()));
		}
		StringBuilder rows = new StringBuilder();
		for (String id : asked(request)) {
			String row = machines.get(id);
			if (row == null) {
				return ScriptedVSphere.fault("ManagedObjectNotFound", "gone", "<obj type=\"VirtualMachine\">" + id + "</obj>");
			}
			rows.append(row);
		}
		return ScriptedVSphere.returns(rows + Rows.ancestors());
	}

	static List<String> asked(String request) {
		List<String> asked = new ArrayList<>();
		String mark = "<obj type=\"VirtualMachine\">";
		for (int at = request.indexOf(mark); at >= 0; at = request.indexOf(mark, at + 1)) {
			asked.add(request.substring(at + mark.length(), request.indexOf('<', at + mark.length())));
		}
		return asked;
	}

	static String reference(String type, String value) {
		return ScriptedVSphere.returns(value).replace("<returnval>", "<returnval type=\"" + type + "\">");
	}

	FenceSession open(Object... more) throws FenceException {
		Map<String, Object> values = new HashMap<>(Map.of("ip", "127.0.0.1:" + server.port(), "ssl", false, "username", "u", "password",
				Secret.of(ScriptedVSphere.PASSWORD)));
		for (int i = 0; i < more.length; i += 2) {
			values.put((String) more[i], more[i + 1]);
		}
		Diagnostics diagnostics = new Diagnostics() {
			@Override
			public void warning(String message) {
				told.add(message);
			}

			@Override
			public void detail(String message) {
				told.add(message);
			}
		};
		OptionValues options = new OptionValues(values, values.keySet());
		EsxBackEnd backEnd = new EsxBackEnd(null);
		backEnd.validate(options);
		session = backEnd.open(options, new SessionContext(cancellation, diagnostics, Duration.ofSeconds(30)), generous());
		server.forgetCalls();
		return session;
	}

	@AfterEach
	void nothingSecretWasToldAndNoSessionIsLeft() throws IOException {
		if (session != null) {
			session.close(generous());
		}
		assertEquals(0, server.sessions());
		server.close();
		for (String line : told) {
			assertFalse(line.contains("pa55") || line.contains("c00c1e") || line.contains("session-key"), line);
		}
	}

	static Deadline generous() {
		return Deadline.in(Duration.ofSeconds(30), MonotonicClock.system());
	}

	static FenceProblem problem(Kind kind, Executable action) {
		FenceProblem problem = assertThrows(FenceException.class, action).problem();
		assertEquals(kind, problem.kind(), () -> problem.toString());
		return problem;
	}

	long calls(String method) {
		return server.calls().stream().filter(method::equals).count();
	}
}
