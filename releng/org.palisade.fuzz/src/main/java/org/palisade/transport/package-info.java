/** The fuzz target of addresses. */
package org.palisade.transport;
