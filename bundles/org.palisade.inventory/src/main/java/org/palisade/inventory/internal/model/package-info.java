/** A compact inventory: rows packed into chunks of bytes that are shared by the snapshots in which they do not differ. */
package org.palisade.inventory.internal.model;
