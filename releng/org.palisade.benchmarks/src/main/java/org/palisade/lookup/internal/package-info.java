/** Benchmarks of the look-up cache, in its package because its parts are not for others. */
package org.palisade.lookup.internal;
