/** The fuzz target of the resident agent's protocol. */
package org.palisade.resident.internal;
