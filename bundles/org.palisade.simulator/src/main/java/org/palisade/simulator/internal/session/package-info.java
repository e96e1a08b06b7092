/** Sessions: who is logged in, and the objects that live as long as a session. */
package org.palisade.simulator.internal.session;
