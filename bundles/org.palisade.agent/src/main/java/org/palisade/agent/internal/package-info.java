/** The program {@code fence_vmware}: reads a request, has the engine carry it out, and says what came of it in the words of the contract. */
package org.palisade.agent.internal;
