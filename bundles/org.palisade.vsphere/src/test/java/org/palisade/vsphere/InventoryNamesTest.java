package org.palisade.vsphere;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryNamesTest {

	@ParameterizedTest
	@CsvSource({ "plain,plain", "a%2fb,a/b", "a%2Fb,a/b", "a%5cb,a\\b", "100%25,100%", "%252f,%2f", "%,%", "a%2,a%2", "a%41,a%41", "%25,%" })
	void decodesWhatTheServerEncodes(String encoded, String decoded) {
		assertEquals(decoded, InventoryNames.decoded(encoded));
	}

	@ParameterizedTest
	@CsvSource({ "a/b,a%2fb", "a%2fb,a%2fb", "a\\b,a%5cb", "100%,100%25", "100%25,100%25", "plain,plain" })
	void encodesNamesInEitherForm(String name, String encoded) {
		assertEquals(encoded, InventoryNames.encoded(name));
	}

	@ParameterizedTest
	@CsvSource({ "vm,vm,true", "VM,vm,false", "vm,vm1,false", "vm1,vm,false", "a/b,a%2fb,true", "a%2fb,a%2fb,true", "a%2Fb,a%2fb,true",
			"a%2fb,a/b,true", "a/b,a/b,true", "100%,100%25,true", "100%25,100%25,true", "a%2fb,a%252fb,true", "A/b,a%2fb,false",
			"a b,a b,true", "a&b,a&b,true", "ä,ä,true" })
	void comparesBothFormsAndCase(String text, String serverName, boolean matches) {
		assertEquals(matches, InventoryNames.matches(text, serverName));
	}
}
