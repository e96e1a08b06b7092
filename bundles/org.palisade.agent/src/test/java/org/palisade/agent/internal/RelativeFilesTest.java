package org.palisade.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller in another folder. */
class RelativeFilesTest {

	@TempDir
	Path folder;

	private final Caller caller = new Caller();

	@BeforeEach
	void elsewhere() throws IOException {
		Files.writeString(folder.resolve("script"), "");
		caller.callersFolder = Optional.of(folder);
	}

	@ParameterizedTest
	@ValueSource(strings = { "debug_file=new", "debug=new", "audit_file=new", "passwd_script=script", "passwd_script=./script",
			"ssl_ca_file=script", "ssl_ca_file=pom.xml" })
	void aRelativeFileNeedsAProcessOfTheCallersOwn(String line) {
		int code = caller.sends(Caller.COMMON + "action=off\n" + line + "\n");

		caller.assertSays(Caller.ANSWERED_ELSEWHERE, "", "", code);
		assertEquals(List.of(), caller.backEnd.calls);
	}

	@Test
	void anAbsoluteOneDoesNot() {
		int code = caller.sends(Caller.COMMON + "action=status\ndebug_file=" + folder + "/new\n");

		caller.assertSays(0, "Status: ON\n", "", code);
	}

	@Test
	void aNameThatNoFileHasDoesNot() {
		caller.assertSays(0, "Status: ON\n", "", caller.sends(Caller.COMMON + "action=status\n"));
	}

	@Test
	void aProcessOfTheCallersOwnTakesRelativeFiles() {
		caller.callersFolder = Optional.empty();

		assertEquals(1, caller.sends(Caller.COMMON + "action=validate-all\nssl_ca_file=script\npasswd_script=pom.xml\n"));
	}
}
