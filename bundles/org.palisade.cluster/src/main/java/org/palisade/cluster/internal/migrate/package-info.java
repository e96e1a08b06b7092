/** From the fence agents that Palisade replaces to Palisade's. */
package org.palisade.cluster.internal.migrate;
