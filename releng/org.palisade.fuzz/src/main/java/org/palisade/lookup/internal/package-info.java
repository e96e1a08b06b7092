/** The fuzz target of the look-up cache. */
package org.palisade.lookup.internal;
