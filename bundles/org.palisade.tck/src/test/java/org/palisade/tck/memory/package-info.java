/** A server of plugs in memory, that can go wrong in every way, and a back end for it that keeps the contract. */
package org.palisade.tck.memory;
