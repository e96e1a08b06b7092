package org.palisade.tck;

/** A group of checks. Each test method of such a group is one promise of the fence API, and its name says which. */
interface Checks {

	/** {@return the back end and what it talks to, set up for the test that is running} */
	Bench bench();
}
