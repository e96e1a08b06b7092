/** Tests of the resident over real Unix-domain sockets, with a stand-in for the agent behind it. */
package org.palisade.resident.internal;
