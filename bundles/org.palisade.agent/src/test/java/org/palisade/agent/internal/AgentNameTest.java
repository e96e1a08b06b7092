package org.palisade.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.core.option.OptionCatalog;

/** Under the name of each agent that Palisade replaces it behaves as that one. Values are those of fence-agents 4.12.1. */
class AgentNameTest {

	private static final List<String> OF_ALL = List.of("action", "debug", "debug_file", "delay", "disable_timeout", "help", "ip", "ipaddr",
			"ipport", "login", "login_timeout", "passwd", "passwd_script", "password", "password_script", "plug", "plug_separator", "port",
			"power_timeout", "power_wait", "quiet", "retry_on", "shell_timeout", "stonith_status_sleep", "username", "verbose", "verbose_level",
			"version");
	private static final List<String> OF_WEB = List.of("gnutlscli_path", "notls", "separator", "ssl", "ssl_insecure", "ssl_secure");
	private static final Map<String, List<String>> OF_ONE = Map.of("fence_vmware", List.of("exec", "identity_file", "inet4_only", "inet6_only",
			"port_as_ip", "secure", "ssh", "ssh_options", "ssh_path", "vmware_datacenter", "vmware_type"), "fence_vmware_soap", OF_WEB,
			"fence_vmware_rest", List.of("api_path", "filter"));

	private final Caller caller = new Caller();

	@BeforeEach
	void installTheTypesThatTheNamesUse() {
		caller.installed.put("rest", caller.backEnd);
	}

	private static OptionCatalog catalog(String command) {
		return OptionCatalog.of(List.of(), AgentName.of(command).defaults());
	}

	@ParameterizedTest
	@ValueSource(strings = { "fence_vmware", "fence_vmware_ng", "fence_vmware_soap", "fence_vmware_rest" })
	void everyOptionOfTheReplacedAgentIsInTheMetadata(String command) {
		caller.command = command;
		caller.sends("action=metadata\n");

		OF_ALL.forEach(this::assertParameter);
		OF_WEB.forEach(this::assertParameter);
		OF_ONE.values().forEach(names -> names.forEach(this::assertParameter));
		assertTrue(caller.stdout().contains("<resource-agent name=\"" + command + "\""), caller.stdout());
	}

	private void assertParameter(String name) {
		assertTrue(caller.stdout().contains("<parameter name=\"" + name + "\""), name);
	}

	@ParameterizedTest
	@CsvSource({ "fence_vmware,shell_timeout,3", "fence_vmware,power_wait,0", "fence_vmware,vmware_type,esx", "fence_vmware,ssh,1",
			"fence_vmware,ssh_path,/usr/bin/ssh", "fence_vmware_ng,shell_timeout,3", "fence_vmware_ng,ssh,1", "fence_vmware_soap,shell_timeout,3",
			"fence_vmware_soap,power_wait,0", "fence_vmware_soap,gnutlscli_path,/usr/bin/gnutls-cli", "fence_vmware_soap,ssh,",
			"fence_vmware_rest,shell_timeout,5", "fence_vmware_rest,power_wait,1", "fence_vmware_rest,api_path,/rest",
			"fence_vmware_rest,login_timeout,5", "fence_vmware_rest,power_timeout,20", "fence_vmware_rest,separator,','",
			"an_admins_own_name,power_wait,0" })
	void theDefaultsAreThoseOfTheReplacedAgent(String command, String option, String value) {
		assertEquals(Optional.ofNullable(value), catalog(command).byKey(option).orElseThrow().defaultValue());
	}

	@ParameterizedTest
	@CsvSource({ "fence_vmware,0", "fence_vmware_ng,0", "fence_vmware_soap,1", "fence_vmware_rest,1", "an_admins_own_name,0" })
	void addressAndPlugAreRequiredWhereTheyAreByTheReplacedAgent(String command, String required) {
		caller.command = command;
		caller.types("-o", "metadata");

		for (String option : List.of("ip", "plug")) {
			assertTrue(caller.stdout().contains("<parameter name=\"" + option + "\" unique=\"0\" required=\"" + required + "\""), option);
		}
		assertTrue(caller.stdout().contains("<parameter name=\"username\" unique=\"0\" required=\"1\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "fence_vmware", "fence_vmware_ng", "fence_vmware_soap", "fence_vmware_rest", "an_admins_own_name" })
	void everyNameFences(String command) {
		caller.command = command;

		assertEquals(0, caller.sends(Caller.COMMON + "action=off\n"));

		assertEquals("Success: Powered OFF\n", caller.stdout());
	}

	@ParameterizedTest
	@CsvSource({ "fence_vmware_rest,PT5S", "fence_vmware_soap,PT3S" })
	void theDefaultsHoldInARun(String command, String expected) {
		caller.command = command;

		caller.sends(Caller.COMMON + "action=status\n");

		assertEquals(expected, caller.backEnd.context.answerLimit().toString());
	}

	@Test
	void theUsageShowsTheNameAndItsDefaults() {
		caller.command = "fence_vmware_rest";

		caller.types("--help");

		assertTrue(caller.stdout().startsWith("Usage: fence_vmware_rest"), caller.stdout());
	}
}
