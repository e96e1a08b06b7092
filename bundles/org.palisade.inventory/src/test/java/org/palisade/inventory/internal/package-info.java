/** Tests of the feed, against the simulated vCenter wherever a server is needed. */
package org.palisade.inventory.internal;
