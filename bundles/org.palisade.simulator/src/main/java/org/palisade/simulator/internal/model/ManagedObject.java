package org.palisade.simulator.internal.model;

/**
 * An object that a client can refer to. Its state is read and changed only while the {@link World}'s lock is held; its type and identifier
 * never change.
 */
public interface ManagedObject {

	/** Its type. */
	VimType type();

	/** The value of its MoRef. */
	String id();

	/**
	 * The value of a property that its type has: null when unset, a {@link ManagedObject} for a reference, a {@link DataObject}, a
	 * {@link java.util.List} of those, a String (which stands for enumerations and UUIDs, too), Integer, Long, Boolean or
	 * {@link java.time.Instant}.
	 */
	Object property(String name);

	/** The {@link World#revision() revision} in which a property changed last. */
	long revision();
}
