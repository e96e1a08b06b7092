package org.palisade.simulator.internal.model;

/** A fault that a method answers with. */
public final class VimFault extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient DataObject detail;

	/** A fault with that detail and text. */
	public VimFault(DataObject detail, String message) {
		super(message);
		this.detail = detail;
	}

	/** A fault of that type, which may be unknown here, with no properties set. */
	public static VimFault named(String typeName, String message) {
		return new VimFault(new DataObject(VimTypes.fault(typeName)), message);
	}

	/** The object is not there, or not any more. */
	public static VimFault notFound(Reference reference) {
		return new VimFault(DataObject.of("ManagedObjectNotFound").with("obj", reference),
				"The object '" + reference + "' has already been deleted or has not been completely created");
	}

	/** An argument is wrong. */
	public static VimFault invalidArgument(String argument) {
		return new VimFault(DataObject.of("InvalidArgument").with("invalidProperty", argument),
				"A specified parameter was not correct: " + argument);
	}

	/** A property path that the type does not have. */
	public static VimFault invalidProperty(String path) {
		return new VimFault(DataObject.of("InvalidProperty").with("name", path), "Property '" + path + "' is not valid");
	}

	/** The session may not do that with the object. */
	public static VimFault noPermission(ManagedObject object, String privilegeId) {
		return new VimFault(DataObject.of("NoPermission").with("object", object).with("privilegeId", privilegeId),
				"Permission to perform this operation was denied.");
	}

	/** There is no session. */
	public static VimFault notAuthenticated(Reference reference) {
		return new VimFault(DataObject.of("NotAuthenticated").with("object", reference).with("privilegeId", "System.View"),
				"The session is not authenticated.");
	}

	/** The properties of the fault. */
	public DataObject detail() {
		return detail;
	}
}
