package org.palisade.backend.esx.internal;

/** Makes the parts of answers of the property collector. */
final class Rows {

	private Rows() {
	}

	/** {@return an object with its properties} */
	static String object(String type, String id, String... properties) {
		return "<objects><obj type=\"" + type + "\">" + id + "</obj>" + String.join("", properties) + "</objects>";
	}

	static String machine(String id, String... properties) {
		return object("VirtualMachine", id, properties);
	}

	/** {@return a text as a property} */
	static String text(String name, String value) {
		return typed(name, "xsd:string", value);
	}

	static String flag(String name, boolean value) {
		return typed(name, "xsd:boolean", Boolean.toString(value));
	}

	static String power(String state) {
		return typed("runtime.powerState", "VirtualMachinePowerState", state);
	}

	static String connection(String state) {
		return typed("runtime.connectionState", "VirtualMachineConnectionState", state);
	}

	static String booted(String time) {
		return typed("runtime.bootTime", "xsd:dateTime", time);
	}

	static String parent(String type, String id) {
		return "<propSet><name>parent</name><val type=\"" + type + "\" xsi:type=\"ManagedObjectReference\">" + id + "</val></propSet>";
	}

	private static String typed(String name, String type, String value) {
		return "<propSet><name>" + name + "</name><val xsi:type=\"" + type + "\">" + value + "</val></propSet>";
	}

	/** {@return a property that the account may not read} */
	static String denied(String name) {
		return "<missingSet><path>" + name + "</path><fault><fault xsi:type=\"NoPermission\"><object type=\"VirtualMachine\">vm-1</object>"
				+ "<privilegeId>System.Read</privilegeId></fault><localizedMessage>denied</localizedMessage></fault></missingSet>";
	}

	/** {@return the folders above the machines of the datacenters dc-1 and dc-2} */
	static String ancestors() {
		return object("Folder", "group-v1", text("name", "vm"), parent("Datacenter", "dc-1"))
				+ object("Datacenter", "dc-1", text("name", "DC1"), parent("Folder", "group-d1"))
				+ object("Folder", "group-v2", text("name", "vm"), parent("Datacenter", "dc-2"))
				+ object("Datacenter", "dc-2", text("name", "DC2"), parent("Folder", "group-d1"))
				+ object("Folder", "group-d1", text("name", "Datacenters"));
	}
}
