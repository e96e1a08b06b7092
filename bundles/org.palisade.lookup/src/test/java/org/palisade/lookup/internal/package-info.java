/** Tests of the look-up cache. */
package org.palisade.lookup.internal;
