package org.palisade.vsphere.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Calendar;

import com.vmware.vim25.AboutInfo;
import com.vmware.vim25.ArrayOfInt;
import com.vmware.vim25.ArrayOfManagedObjectReference;
import com.vmware.vim25.DynamicProperty;
import com.vmware.vim25.InvalidLogin;
import com.vmware.vim25.InvalidPowerState;
import com.vmware.vim25.LocalizedMethodFault;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.MethodFault;
import com.vmware.vim25.NoPermission;
import com.vmware.vim25.ObjectContent;
import com.vmware.vim25.RetrieveResult;
import com.vmware.vim25.ServiceContent;
import com.vmware.vim25.UpdateSet;
import com.vmware.vim25.UserSession;
import com.vmware.vim25.VirtualMachineConfigInfo;
import com.vmware.vim25.VirtualMachinePowerState;
import com.vmware.vim25.VirtualSCSISharing;
import com.vmware.vim25.ParaVirtualSCSIController;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.option.Redaction;
import org.palisade.api.option.Secret;
import org.palisade.vsphere.Faults;
import org.palisade.vsphere.UnknownFault;

class SoapReaderTest {

	private static final String NAMESPACES = "xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
			+ " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"";

	private final SoapReader reader = new SoapReader(new VimTypes(), Redaction.of(Secret.of("hunter")));

	private Object readDocument(String document, String type) throws IOException {
		return reader.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), type);
	}

	private Object read(String returned, String type) throws IOException {
		return readDocument(envelope("<SomeResponse xmlns=\"urn:vim25\">" + returned + "</SomeResponse>"), type);
	}

	private static String envelope(String body) {
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope " + NAMESPACES + "><soapenv:Body>" + body
				+ "</soapenv:Body></soapenv:Envelope>";
	}

	private Object value(String attributesAndValue) throws IOException {
		RetrieveResult result = (RetrieveResult) read("<returnval><objects><obj type=\"VirtualMachine\">vm-1</obj><propSet><name>p</name><val "
				+ attributesAndValue + "</val></propSet></objects></returnval>", "RetrieveResult");
		return result.getObjects()[0].getPropSet()[0].getVal();
	}

	@Test
	void skipsWhatYavijavaDoesNotKnow() throws IOException {
		ServiceContent content = (ServiceContent) read("<returnval><rootFolder type=\"Folder\">group-d1</rootFolder>"
				+ "<vStorageObjectManager type=\"VcenterVStorageObjectManager\">x</vStorageObjectManager>"
				+ "<brandNew><nested a=\"b\"><deeper/></nested>text</brandNew>"
				+ "<about><name>VMware</name><unknown>1</unknown><apiVersion>9.0</apiVersion></about></returnval>", "ServiceContent");
		assertEquals("group-d1", content.getRootFolder().getVal());
		assertEquals("Folder", content.getRootFolder().getType());
		assertEquals("9.0", content.getAbout().getApiVersion());
	}

	@Test
	void masksThePasswordInTheServersWords() throws IOException {
		MethodFault fault = assertThrows(MethodFault.class, () -> readDocument(envelope("<soapenv:Fault><faultcode>x</faultcode>"
				+ "<faultstring>hunter is wrong</faultstring></soapenv:Fault>"), null));
		assertEquals("******** is wrong", Faults.text(fault));

		LocalizedMethodFault error = (LocalizedMethodFault) value("xsi:type=\"LocalizedMethodFault\"><fault xsi:type=\"InvalidLogin\"/>"
				+ "<localizedMessage>hunter is wrong</localizedMessage>");
		assertEquals("******** is wrong", error.getLocalizedMessage());
	}

	@Test
	void leavesNamesAsTheyAre() throws IOException {
		assertEquals("hunter", value("xsi:type=\"xsd:string\">hunter"));
	}

	@Test
	void readsByNamespaceWhateverThePrefixes() throws IOException {
		String document = "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Header><h/></e:Header><e:Body>"
				+ "<v:R xmlns:v=\"urn:vim25\" xmlns:_XMLSchema-instance=\"http://www.w3.org/2001/XMLSchema-instance\""
				+ " xmlns:s=\"http://www.w3.org/2001/XMLSchema\"><v:returnval><v:propSet><v:name>n</v:name>"
				+ "<v:val _XMLSchema-instance:type=\"v:VirtualMachinePowerState\">poweredOn</v:val></v:propSet><v:propSet><v:name>m</v:name>"
				+ "<v:val _XMLSchema-instance:type=\"s:int\">7</v:val></v:propSet></v:returnval></v:R></e:Body></e:Envelope>";
		ObjectContent content = (ObjectContent) readDocument(document, "ObjectContent");
		assertEquals(VirtualMachinePowerState.poweredOn, content.getPropSet()[0].getVal());
		assertEquals(7, content.getPropSet()[1].getVal());
	}

	@ParameterizedTest
	@CsvSource({ "string,'a <&> b',a <&> b", "int,42,42", "long,42,42", "short,42,42", "boolean,true,true", "boolean,0,false",
			"double,1.5,1.5" })
	void readsSimpleValues(String type, String text, String shown) throws IOException {
		String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
		assertEquals(shown, value("xsi:type=\"xsd:" + type + "\">" + escaped).toString());
	}

	@ParameterizedTest
	@CsvSource({ "2024-05-06T07:08:09.123456Z,2024-05-06T07:08:09.123Z", "2024-05-06T07:08:09Z,2024-05-06T07:08:09Z",
			"2024-05-06T09:08:09.5+02:00,2024-05-06T07:08:09.500Z", "2024-05-06T02:08:09-05:00,2024-05-06T07:08:09Z" })
	void readsTimes(String text, String instant) throws IOException {
		assertEquals(Instant.parse(instant), ((Calendar) value("xsi:type=\"xsd:dateTime\">" + text)).toInstant());
	}

	@Test
	void readsArraysOfProperties() throws IOException {
		var references = (ArrayOfManagedObjectReference) value("xsi:type=\"ArrayOfManagedObjectReference\">"
				+ "<ManagedObjectReference type=\"HostSystem\">host-1</ManagedObjectReference>"
				+ "<ManagedObjectReference type=\"HostSystem\">host-2</ManagedObjectReference>");
		assertEquals("host-2", references.getManagedObjectReference(1).getVal());
		assertArrayEquals(new int[] { -1, 7 }, ((ArrayOfInt) value("xsi:type=\"ArrayOfInt\"><int>-1</int><int>7</int>")).get_int());
	}

	@Test
	void toleratesValuesOfNewerVersions() throws IOException {
		assertNull(value("xsi:type=\"VirtualMachinePowerState\">hibernated"));
		assertEquals("text", value("xsi:type=\"BrandNewEnumeration\">text"));
		assertEquals("", value("xsi:type=\"BrandNewObject\"><a>1</a><b/>"));
		assertNull(value("xsi:type=\"xsd:int\">99999999999999"));
		assertNull(value("xsi:type=\"xsd:dateTime\">yesterday"));
		assertNull(value("xsi:nil=\"true\">"));
	}

	@Test
	void readsSubtypesByTheirDeclaredTypeWhenTheyAreUnknown() throws IOException {
		VirtualMachineConfigInfo config = (VirtualMachineConfigInfo) read("<returnval><name>vm</name><hardware>"
				+ "<device xsi:type=\"ParaVirtualSCSIController\"><key>1000</key><sharedBus>noSharing</sharedBus></device>"
				+ "<device xsi:type=\"VirtualQuantumController\"><key>1001</key><qubits>3</qubits></device></hardware></returnval>",
				"VirtualMachineConfigInfo");
		var known = assertInstanceOf(ParaVirtualSCSIController.class, config.getHardware().getDevice()[0]);
		assertEquals(VirtualSCSISharing.noSharing, known.getSharedBus());
		assertEquals(1001, config.getHardware().getDevice()[1].getKey());
	}

	@Test
	void neverMakesAnObjectThatTheDeclaredTypeDoesNotAllow() throws IOException {
		ServiceContent content = (ServiceContent) read(
				"<returnval><about xsi:type=\"UserSession\"><name>n</name><userName>u</userName></about></returnval>", "ServiceContent");
		assertEquals(AboutInfo.class, content.getAbout().getClass());
		assertEquals("n", content.getAbout().getName());
		assertEquals("x", value("xsi:type=\"VimPortType\">x"));
		assertEquals("x", value("xsi:type=\"mo.ServiceInstance\">x"));
	}

	@Test
	void readsTextInPieces() throws IOException {
		UserSession session = (UserSession) read(
				"<returnval><key>a<!-- c -->b<![CDATA[<c>]]>&#100;</key><userName/><extensionSession>true</extensionSession></returnval>",
				"UserSession");
		assertEquals("ab<c>d", session.getKey());
		assertEquals("", session.getUserName());
	}

	@Test
	void readsResultsOfEveryKind() throws IOException {
		assertNull(read("", "RetrieveResult"));
		assertNull(read("", null));
		assertNull(read("", "ManagedObjectReference[]"));
		var many = (ManagedObjectReference[]) read("<returnval type=\"A\">1</returnval><returnval type=\"A\">2</returnval>",
				"ManagedObjectReference[]");
		assertEquals("2", many[1].getVal());
		assertArrayEquals(new boolean[] { true, false },
				(boolean[]) read("<returnval>true</returnval><returnval>false</returnval>", "boolean[]"));
		assertEquals("s", read("<returnval>s</returnval>", "String"));
	}

	@Test
	void throwsFaultsOfTheirType() {
		NoPermission fault = assertThrows(NoPermission.class,
				() -> readDocument(envelope("<soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring>Permission denied.</faultstring>"
						+ "<detail><NoPermissionFault xmlns=\"urn:vim25\" xsi:type=\"NoPermission\"><object type=\"VirtualMachine\">vm-1</object>"
						+ "<privilegeId>VirtualMachine.Interact.PowerOff</privilegeId></NoPermissionFault></detail></soapenv:Fault>"), null));
		assertEquals("VirtualMachine.Interact.PowerOff", fault.getPrivilegeId());
		assertEquals("vm-1", fault.getObject().getVal());
		assertEquals("Permission denied", Faults.text(fault));
	}

	@Test
	void knowsAFaultByItsElementWhenItHasNoType() {
		assertThrows(InvalidLogin.class, () -> readDocument(
				envelope("<soapenv:Fault><detail><InvalidLoginFault xmlns=\"urn:vim25\"/></detail></soapenv:Fault>"), null));
	}

	@Test
	void keepsNameAndTextOfUnknownFaults() {
		MethodFault fault = assertThrows(UnknownFault.class,
				() -> readDocument(envelope("<soapenv:Fault><faultcode>x</faultcode><faultstring>Your password has\nexpired</faultstring>"
						+ "<detail><PasswordExpiredFault xmlns=\"urn:vim25\" xsi:type=\"PasswordExpired\"><a><b/></a></PasswordExpiredFault>"
						+ "</detail></soapenv:Fault>"), null));
		assertEquals("PasswordExpired", Faults.name(fault));
		assertEquals("Your password has expired", Faults.text(fault));
	}

	@Test
	void keepsTheCodeOfAFaultWithoutDetail() {
		MethodFault fault = assertThrows(UnknownFault.class,
				() -> readDocument(envelope("<soapenv:Fault><faultcode>soapenv:Client</faultcode><faultstring>no</faultstring></soapenv:Fault>"),
						null));
		assertEquals("Client", Faults.name(fault));
	}

	@Test
	void keepsTheNameOfAnUnknownFaultOfATask() throws IOException {
		var error = (LocalizedMethodFault) value("xsi:type=\"LocalizedMethodFault\"><fault xsi:type=\"BrandNewFault\"><x/></fault>"
				+ "<localizedMessage>m</localizedMessage>");
		assertEquals("BrandNewFault", Faults.name(error.getFault()));
		var known = (LocalizedMethodFault) value("xsi:type=\"LocalizedMethodFault\"><fault xsi:type=\"InvalidPowerState\">"
				+ "<requestedState>poweredOff</requestedState><existingState>poweredOff</existingState></fault>");
		assertEquals(VirtualMachinePowerState.poweredOff, ((InvalidPowerState) known.getFault()).getExistingState());
	}

	@Test
	void expandsNoExternalEntity(@TempDir Path folder) throws IOException {
		Path secret = Files.writeString(folder.resolve("secret"), "TOPSECRET");
		String document = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
				+ envelope("<R xmlns=\"urn:vim25\"><returnval>&e;</returnval></R>").substring(38);
		IOException refusal = assertThrows(MalformedAnswer.class, () -> readDocument(document, "String"));
		assertFalse(refusal.getMessage().contains("TOPSECRET"));
	}

	@Test
	void expandsNoNestedEntities() {
		String document = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"" + "x".repeat(1000) + "\"><!ENTITY b \"" + "&a;".repeat(1000)
				+ "\"><!ENTITY c \"" + "&b;".repeat(1000) + "\">]>"
				+ envelope("<R xmlns=\"urn:vim25\"><returnval>&c;</returnval></R>").substring(38);
		assertThrows(MalformedAnswer.class, () -> readDocument(document, "String"));
	}

	@Test
	void refusesADocumentTypeThatThePlatformHasNoWordsFor() {
		assertThrows(MalformedAnswer.class, () -> readDocument("<!DOCTYPE a [\u0000\u0000<?", "String"));
	}

	@Test
	void refusesDepthsBeyondReason() {
		assertThrows(MalformedAnswer.class, () -> read("<a>".repeat(100_000), null));
		assertThrows(MalformedAnswer.class, () -> read("<a>".repeat(200) + "</a>".repeat(200), null));
	}

	@Test
	void refusesLengthsBeyondReason() throws IOException {
		byte[] document = envelope("<R xmlns=\"urn:vim25\"><returnval>x</returnval></R>").getBytes(StandardCharsets.UTF_8);
		assertEquals("x", reader.read(new CountingInput(new ByteArrayInputStream(document), document.length), "String"));
		assertThrows(MalformedAnswer.class,
				() -> reader.read(new CountingInput(new ByteArrayInputStream(document), document.length - 1), "String"));
	}

	@Test
	void noticesEveryTruncation() throws IOException {
		String whole = envelope("<R xmlns=\"urn:vim25\"><returnval><version>1</version><filterSet><filter type=\"PropertyFilter\">f</filter>"
				+ "</filterSet></returnval></R>");
		assertEquals("1", ((UpdateSet) readDocument(whole, "UpdateSet")).getVersion());
		for (int length = 0; length < whole.length(); length++) {
			String cut = whole.substring(0, length);
			assertThrows(MalformedAnswer.class, () -> readDocument(cut, "UpdateSet"), cut);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "not xml", "<html><body>Login</body></html>", "{}", "<Envelope><Body/></Envelope>" })
	void refusesWhatIsNotSoap(String document) {
		assertThrows(MalformedAnswer.class, () -> readDocument(document, null));
	}

	@Test
	void passesOnWhatTheConnectionThrew() {
		IOException broken = new IOException("reset");
		InputStream in = new InputStream() {
			@Override
			public int read() throws IOException {
				throw broken;
			}
		};
		assertEquals(broken, assertThrows(IOException.class, () -> reader.read(in, null)));
	}

	@Test
	void readsSeveralPropertiesOfARow() throws IOException {
		DynamicProperty[] row = ((ObjectContent) read("<returnval><obj type=\"VirtualMachine\">vm-1</obj>"
				+ "<propSet><name>name</name><val xsi:type=\"xsd:string\">a%2fb</val></propSet>"
				+ "<propSet><name>config.template</name><val xsi:type=\"xsd:boolean\">false</val></propSet></returnval>", "ObjectContent"))
				.getPropSet();
		assertEquals("a%2fb", row[0].getVal());
		assertEquals(false, row[1].getVal());
	}
}
