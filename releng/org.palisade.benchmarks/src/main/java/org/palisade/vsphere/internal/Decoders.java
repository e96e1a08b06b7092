package org.palisade.vsphere.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;

import com.vmware.vim25.RetrieveResult;
import com.vmware.vim25.ws.XmlGen;

import org.palisade.api.option.Redaction;
import org.palisade.api.option.Secret;

/** Our decoder and yavijava's, and the answer that both read. Not thread-safe. */
public final class Decoders {

	private static final String TYPE = "RetrieveResult";
	private static final String NAMESPACES = "xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
			+ " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

	private final byte[] answer;
	private final SoapReader ours = new SoapReader(new VimTypes(), Redaction.of(Secret.of("a password")));
	private final XmlGen theirs = yavijavas();

	/** Both, with an answer about so many virtual machines. */
	public Decoders(int machines) {
		answer = answer(machines);
	}

	/** What a vCenter answers to the question for names and UUIDs, in the form in which it does. */
	private static byte[] answer(int machines) {
		StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soapenv:Envelope ").append(NAMESPACES)
				.append("><soapenv:Body><RetrievePropertiesExResponse xmlns=\"urn:vim25\"><returnval>");
		for (int i = 0; i < machines; i++) {
			text.append("<objects><obj type=\"VirtualMachine\">vm-").append(i).append("</obj>");
			property(text, "config.uuid", String.format("4210a3c5-7be1-5b21-9a09-%012x", i));
			property(text, "name", "node" + i);
			text.append("</objects>");
		}
		text.append("</returnval></RetrievePropertiesExResponse></soapenv:Body></soapenv:Envelope>");
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void property(StringBuilder text, String name, String value) {
		text.append("<propSet><name>").append(name).append("</name><val xsi:type=\"xsd:string\">").append(value).append("</val></propSet>");
	}

	/** yavijava hides the class of its only decoder. */
	private static XmlGen yavijavas() {
		try {
			Constructor<?> constructor = Class.forName("com.vmware.vim25.ws.XmlGenDom").getDeclaredConstructor();
			constructor.setAccessible(true);
			return (XmlGen) constructor.newInstance();
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException("yavijava is not the one that it was", e);
		}
	}

	/** {@return the answer, read by ours} */
	public RetrieveResult ours() {
		try {
			return (RetrieveResult) ours.read(new ByteArrayInputStream(answer), TYPE);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** {@return the answer, read by yavijava's} */
	public RetrieveResult theirs() {
		try {
			return (RetrieveResult) theirs.fromXML(TYPE, new ByteArrayInputStream(answer));
		} catch (Exception e) {
			throw new IllegalStateException("yavijava does not read the answer", e);
		}
	}
}
