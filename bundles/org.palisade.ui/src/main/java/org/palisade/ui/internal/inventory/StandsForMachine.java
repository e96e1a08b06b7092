package org.palisade.ui.internal.inventory;

import java.util.Optional;

/** Something in another view that stands for a machine, so that the commands on machines work on it: a node of a cluster, for example. */
public interface StandsForMachine {

	/** {@return the machine, if it is known and its server is connected} */
	Optional<InventoryElement> machineElement();

	/** {@return why there is none, for the user, as the end of a sentence} */
	String reasonForNone();
}
