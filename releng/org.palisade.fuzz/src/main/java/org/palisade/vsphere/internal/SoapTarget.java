package org.palisade.vsphere.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.vmware.vim25.MethodFault;

import org.palisade.api.option.Redaction;
import org.palisade.api.option.Secret;
import org.palisade.fuzz.Property;

/**
 * An answer of the web service, after a letter that chooses what is expected of it: it is decoded, is a fault or is refused, and with a document
 * type before it, it is always refused.
 */
public final class SoapTarget {

	private static final String PASSWORD = "kX9-canary-77";
	private static final List<String> EXPECTED = List.of("RetrieveResult", "UpdateSet", "ServiceContent", "UserSession", "TaskInfo", "Event[]",
			"ManagedObjectReference[]", "ManagedObjectReference", "ObjectContent[]", "boolean[]", "String", "Calendar");
	private static final String DOCUMENT_TYPE = "<!DOCTYPE e [<!ENTITY a \"aaaaaaaaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]>";

	private SoapTarget() {
	}

	/** Called by Jazzer. */
	public static void fuzzerTestOneInput(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		if (text.isEmpty()) {
			return;
		}
		String type = EXPECTED.get(text.charAt(0) % EXPECTED.size());
		String answer = text.substring(1);
		read(answer, type);
		int prolog = answer.startsWith("<?xml") ? answer.indexOf("?>") + 2 : 0;
		Property.require(!read(DOCUMENT_TYPE + answer.substring(Math.max(prolog, 0)), type), "a document type is accepted");
	}

	private static boolean read(String answer, String type) {
		try {
			new SoapReader(new VimTypes(), Redaction.of(Secret.of(PASSWORD))).read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)), type);
			return true;
		} catch (MethodFault fault) {
			Property.require(fault.detail instanceof FaultText, "a fault has the server's words");
			String words = fault.detail.getMessage();
			Property.require(words.chars().noneMatch(Character::isISOControl) && !words.contains(PASSWORD), "a fault's words can be shown");
			return true;
		} catch (IOException refused) {
			return false;
		}
	}
}
