package org.palisade.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerNameTest {

	@ParameterizedTest
	@CsvSource({
			// in the certificate, the host, whether it matches
			"vcenter.example.com,  vcenter.example.com,  true", //
			"VCenter.Example.com,  vcenter.EXAMPLE.com,  true", //
			"vcenter.example.com., vcenter.example.com,  true", //
			"vcenter.example.com,  vcenter.example.com., true", //
			"vcenter.example.com,  vcenter.example.org,  false", //
			"vcenter.example.com,  vcenter,              false", //
			"*.example.com,        vcenter.example.com,  true", //
			"*.example.com,        a.b.example.com,      false", //
			"*.example.com,        example.com,          false", //
			"*.example.com,        .example.com,         false", //
			"*.com,                example.com,          false", //
			"*,                    vcenter,              false", //
			"*.,                   vcenter.,             false", //
			"v*.example.com,       vcenter.example.com,  false", //
			"vcenter.*.com,        vcenter.example.com,  false", //
			"*.*.com,              vcenter.example.com,  false", //
			"'',                   vcenter,              false" })
	void wildcardsStandForTheLeftmostLabelOnly(String inCertificate, String host, boolean expected) {
		assertEquals(expected, ServerName.matches(inCertificate, host));
	}
}
