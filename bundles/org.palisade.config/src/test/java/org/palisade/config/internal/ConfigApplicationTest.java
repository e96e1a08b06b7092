package org.palisade.config.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.core.backend.BackEndRegistry;
import org.palisade.launcher.Application;

import com.google.gson.stream.JsonReader;

class ConfigApplicationTest {

	private static final String CONF = """
			<?xml version="1.0"?>
			<cluster name="c" config_version="3">
			  <clusternodes>
			    <clusternode name="n1" nodeid="1"><fence><method name="1"><device name="a" port="/vmfs/volumes/ds/vm1/vm1.vmx"/></method></fence></clusternode>
			    <clusternode name="n2" nodeid="2"/>
			  </clusternodes>
			  <!-- keep me -->
			  <fencedevices>
			    <fencedevice name="a" agent="fence_vmware" ipaddr="h1" login="root" passwd="ssh-s3cret" vmlogin="v" vmpasswd="vm-s3cret"/>
			  </fencedevices>
			</cluster>
			""";

	@TempDir
	Path folder;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private int run(String input, String... arguments) {
		out.reset();
		err.reset();
		return new ConfigApplication(new BackEndRegistry()).run(new Application.Invocation("palisade-config", List.of(arguments),
				new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8)));
	}

	private String out() {
		return out.toString(StandardCharsets.UTF_8);
	}

	private String err() {
		return err.toString(StandardCharsets.UTF_8);
	}

	private Path file() throws Exception {
		return Files.writeString(folder.resolve("cluster.conf"), CONF);
	}

	@Test
	void checkTellsLikeALinter() throws Exception {
		Path file = file();
		assertEquals(1, run("", "check", file.toString()));
		assertTrue(out().lines().anyMatch((file + ":5: error: node n2 cannot be fenced: no device is configured for it [missing-method]")::equals), out());
		assertTrue(out().lines().allMatch(line -> line.matches(".*:\\d+: (error|warning|note): .+ \\[[a-z-]+]")), out());
		assertTrue(err().matches("errors: 1, warnings: \\d+, notes: \\d+\\R"), err());
		assertFalse((out() + err()).contains("s3cret"));
	}

	@Test
	void warningsCountWhenStrict() {
		String sound = CONF.replace("<clusternode name=\"n2\" nodeid=\"2\"/>", "");
		assertEquals(0, run(sound, "check", "-"));
		assertTrue(out().startsWith("(standard input):"), out());
		assertEquals(1, run(sound, "check", "--strict", "-"));
	}

	@Test
	void explanationsAndFixesAreToldOnRequest() {
		run(CONF, "check", "--explain", "-");
		assertTrue(out().contains("    fix: Add a method by device a with the plug n2"), out());
	}

	@Test
	void findingsAreToldInJson() throws Exception {
		run(CONF, "check", "--format=json", "-");
		int findings = 0;
		try (JsonReader json = new JsonReader(new StringReader(out()))) {
			json.beginArray();
			while (json.hasNext()) {
				json.beginObject();
				assertEquals("file", json.nextName());
				assertEquals("-", json.nextString());
				assertEquals("line", json.nextName());
				assertTrue(json.nextInt() > 0);
				while (json.hasNext()) {
					json.nextName();
					json.skipValue();
				}
				json.endObject();
				findings++;
			}
			json.endArray();
		}
		assertTrue(findings > 3);
	}

	@Test
	void convertWritesTheTextAndTellsWhatIsLeftOut() {
		assertEquals(0, run(CONF, "convert", "--to", "crmsh", "-"));
		assertTrue(out().contains("primitive a stonith:fence_vmware"), out());
		assertTrue(err().contains("(standard input):7: warning: a comment is left out [left-out]"), err());
		assertFalse(err().contains("s3cret"));
		assertEquals(1, run(CONF, "convert", "--strict", "--to", "crmsh", "-"));
		assertEquals("", out());
	}

	@Test
	void convertDoesNotReplaceAFile() throws Exception {
		Path target = folder.resolve("new.xml");
		assertEquals(0, run(CONF, "convert", "--to", "cib", "--output", target.toString(), "-"));
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
		String before = Files.readString(target);
		assertEquals(1, run(CONF, "convert", "--to", "cib", "--output", target.toString(), "-"));
		assertTrue(err().contains("exists"), err());
		assertEquals(before, Files.readString(target));
	}

	@Test
	void migrateShowsAndChangesNothing() throws Exception {
		Path file = file();
		assertEquals(0, run("", "migrate", file.toString()));
		assertEquals(CONF, Files.readString(file));
		assertTrue(out().contains("+<cluster name=\"c\" config_version=\"4\">"), out());
		assertFalse((out() + err()).contains("s3cret"), out() + err());
	}

	@Test
	void migrateInPlaceChangesTheFileAndKeepsTheOldOne() throws Exception {
		Path file = file();
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
		assertEquals(0, run("", "migrate", "--in-place", file.toString()));
		String after = Files.readString(file);
		assertTrue(after.contains("<device name=\"a\" port=\"vm1\"/>"), after);
		assertTrue(after.contains("ipaddr=\"h1\" login=\"v\" passwd=\"vm-s3cret\"/>"), after);
		assertTrue(after.contains("<!-- keep me -->"), after);
		assertEquals(CONF, Files.readString(folder.resolve("cluster.conf.bak")));
		assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		assertEquals(0, run("", "migrate", "--in-place", file.toString()));
		assertTrue(err().contains("nothing to migrate"), err());
		assertEquals(after, Files.readString(file));
	}

	@Test
	void fixShowsWhatItWouldDoAndWhatItDoesOnRequest() throws Exception {
		Path file = file();
		assertEquals(0, run("", "fix", file.toString()));
		assertEquals("", out());
		assertTrue(err().contains(file + ":5: fix: node n2 cannot be fenced: no device is configured for it: possible: Add a method by device a with the plug n2"
				+ " [missing-method]"), err());
		assertTrue(err().contains("--rule clear-text-password,missing-method,old-key"), err());
		assertTrue(err().contains("nothing to fix"), err());
		assertEquals(CONF, Files.readString(file));
	}

	@Test
	void fixMendsTheRulesThatAreNamed() throws Exception {
		Path file = file();
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
		assertEquals(0, run("", "fix", "--rule", "missing-method,clear-text-password", "--in-place", file.toString()));
		assertTrue(out().contains("+<cluster name=\"c\" config_version=\"4\">"), out());
		assertFalse((out() + err()).contains("s3cret"), out() + err());
		assertTrue(err().contains("a script has to be written"), err());
		String after = Files.readString(file);
		assertTrue(after.contains("passwd_script=\"/etc/cluster/a-password.sh\""), after);
		assertTrue(after.contains("<!-- keep me -->"), after);
		assertEquals(CONF, Files.readString(folder.resolve("cluster.conf.bak")));
		assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		run("", "check", file.toString());
		assertFalse(out().contains("missing-method"), out());
	}

	@Test
	void fixWritesToStandardOutputToo() {
		String empty = CONF.replace("<method name=\"1\"><device", "<method name=\"0\"/><method name=\"1\"><device");
		assertEquals(0, run(empty, "fix", "--output", "-", "-"));
		assertEquals(CONF.replace("config_version=\"3\"", "config_version=\"4\""), out());
	}

	@Test
	void whatCannotBeReadIsAnErrorWithItsLine() {
		assertEquals(1, run("<cluster>\n<a>\n</cluster>", "check", "-"));
		assertTrue(err().contains("(standard input):3: error: "), err());
		assertTrue(err().contains("[syntax]"), err());
		assertEquals(1, run("hello", "check", "-"));
		assertTrue(err().contains("none of the forms"), err());
		assertEquals(1, run("", "check", folder.resolve("absent").toString()));
		assertTrue(err().contains("there is no such file [file]"), err());
		assertEquals(1, run("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><cluster name='&x;'/>", "convert", "--to", "cib", "-"));
		assertFalse((out() + err()).contains("root:"));
	}

	@Test
	void aWrongCommandLineNamesWhatIsWrong() {
		for (String[] wrong : new String[][] { { "no_command" }, { "frobnicate", "frobnicate" }, { "--to", "convert", "x" }, { "file", "check" },
				{ "--froom", "check", "--froom", "x" }, { "--format", "check", "--format", "yaml", "x" }, { "--to", "convert", "--to", "xml", "x" },
				{ "--from", "check", "--from" }, { "--in-place", "migrate", "--in-place", "-" }, { "one file", "convert", "--to", "cib", "a", "b" },
				{ "--strict", "migrate", "--strict", "x" }, { "--rule", "check", "--rule", "x", "y" }, { "--in-place", "fix", "--in-place", "-" } }) {
			String[] arguments = Arrays.copyOfRange(wrong, 1, wrong.length);
			assertEquals(1, run("", arguments), String.join(" ", arguments));
			assertTrue(err().contains(wrong[0].equals("no_command") ? "check, fix, convert or migrate" : wrong[0]), err());
			assertTrue(err().startsWith("palisade-config: "), err());
			assertEquals("", out());
		}
	}

	@Test
	void explainsItself() {
		assertEquals(0, run("", "--help"));
		assertTrue(out().contains("palisade-config convert --to FORM"), out());
	}
}
