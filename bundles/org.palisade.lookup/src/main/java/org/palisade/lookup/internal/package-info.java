/** Inventories remembered in files, one for each server, account and API. {@link org.palisade.lookup.internal.MapFormat} says what a file looks like. */
package org.palisade.lookup.internal;
