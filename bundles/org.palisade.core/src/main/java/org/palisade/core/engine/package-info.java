/**
 * The fencing engine, which keeps the promises of fencing in one place for all back ends: exactly one plug, identity read again before each
 * power operation, off only when read back as off, one deadline, and a log-out on every path.
 */
package org.palisade.core.engine;
