/**
 * What is remembered of servers between runs, so that a look-up need not ask the server which object a text means.
 * <p>
 * A bundle registers a {@link org.palisade.api.lookup.LookUpService}; a back end uses it where there is one and does the same without it, only
 * slower. Nothing that is remembered is proof: a back end hands out a remembered plug only if the server shows in the same session that nothing
 * else can have got its name since, and {@link org.palisade.api.FenceSession#read} confirms its identity before it is powered.
 */
package org.palisade.api.lookup;
