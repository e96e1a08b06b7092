/** The journal of the resident agent, for its fuzz target. */
package org.palisade.agent.internal.takeover;
