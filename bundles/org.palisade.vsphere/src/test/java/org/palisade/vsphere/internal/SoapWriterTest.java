package org.palisade.vsphere.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;

import com.vmware.vim25.KeyAnyValue;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.ObjectSpec;
import com.vmware.vim25.PropertyFilterSpec;
import com.vmware.vim25.PropertySpec;
import com.vmware.vim25.SelectionSpec;
import com.vmware.vim25.TraversalSpec;
import com.vmware.vim25.VirtualMachinePowerState;
import com.vmware.vim25.ws.Argument;

import org.junit.jupiter.api.Test;

class SoapWriterTest {

	private static String write(String type, Object value) {
		String message = SoapWriter.write(new VimTypes(), "M", new Argument[] { new Argument("a", type, value) });
		int begin = message.indexOf("<M xmlns=\"urn:vim25\">") + "<M xmlns=\"urn:vim25\">".length();
		return message.substring(begin, message.indexOf("</M>"));
	}

	private static ManagedObjectReference reference() {
		ManagedObjectReference reference = new ManagedObjectReference();
		reference.setType("VirtualMachine");
		reference.setVal("vm-1");
		return reference;
	}

	@Test
	void escapesText() {
		assertEquals("<a>&lt;&amp;&gt;&quot;'ä€\uD83D\uDE00&#10;</a>", write("String", "<&>\"'ä€\uD83D\uDE00\n"));
	}

	@Test
	void refusesWhatXmlCannotCarry() {
		assertThrows(IllegalArgumentException.class, () -> write("String", "\u0000"));
		assertThrows(IllegalArgumentException.class, () -> write("String", "\uFFFF"));
	}

	@Test
	void leavesOutWhatIsAbsent() {
		assertEquals("", write("String", null));
	}

	@Test
	void writesReferencesAndSimpleValues() {
		assertEquals("<a type=\"VirtualMachine\">vm-1</a>", write("ManagedObjectReference", reference()));
		assertEquals("<a>true</a>", write("boolean", true));
		assertEquals("<a>7</a>", write("int", 7));
		assertEquals("<a>x</a><a>y</a>", write("String[]", new String[] { "x", "y" }));
		assertEquals("<a>1</a><a>2</a>", write("int[]", new int[] { 1, 2 }));
		Calendar time = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
		time.setTimeInMillis(0);
		assertEquals("<a>1970-01-01T00:00:00Z</a>", write("Calendar", time));
	}

	@Test
	void namesTheTypesOfValuesThatMayBeAnything() {
		assertEquals("<a><value xsi:type=\"xsd:string\">v</value></a>", write("KeyAnyValue", any("v")));
		assertEquals("<a><value xsi:type=\"xsd:int\">1</value></a>", write("KeyAnyValue", any(1)));
		assertEquals("<a><value xsi:type=\"VirtualMachinePowerState\">poweredOff</value></a>",
				write("KeyAnyValue", any(VirtualMachinePowerState.poweredOff)));
		assertEquals("<a><value type=\"VirtualMachine\" xsi:type=\"ManagedObjectReference\">vm-1</value></a>",
				write("KeyAnyValue", any(reference())));
	}

	private static KeyAnyValue any(Object value) {
		KeyAnyValue pair = new KeyAnyValue();
		pair.setValue(value);
		return pair;
	}

	@Test
	void writesObjectsInTheOrderOfTheSchemaAndNamesSubtypes() {
		SelectionSpec back = new SelectionSpec();
		back.setName("up");
		TraversalSpec traversal = new TraversalSpec();
		traversal.setName("up");
		traversal.setType("ManagedEntity");
		traversal.setPath("parent");
		traversal.setSkip(false);
		traversal.setSelectSet(new SelectionSpec[] { back });
		ObjectSpec object = new ObjectSpec();
		object.setObj(reference());
		object.setSelectSet(new SelectionSpec[] { traversal });
		PropertySpec properties = new PropertySpec();
		properties.setType("ManagedEntity");
		properties.setPathSet(new String[] { "name", "parent" });
		PropertyFilterSpec filter = new PropertyFilterSpec();
		filter.setPropSet(new PropertySpec[] { properties });
		filter.setObjectSet(new ObjectSpec[] { object });
		assertEquals("<a><propSet><type>ManagedEntity</type><pathSet>name</pathSet><pathSet>parent</pathSet></propSet>"
				+ "<objectSet><obj type=\"VirtualMachine\">vm-1</obj>"
				+ "<selectSet xsi:type=\"TraversalSpec\"><name>up</name><type>ManagedEntity</type><path>parent</path><skip>false</skip>"
				+ "<selectSet><name>up</name></selectSet></selectSet></objectSet></a>", write("PropertyFilterSpec[]", new Object[] { filter }));
	}
}
