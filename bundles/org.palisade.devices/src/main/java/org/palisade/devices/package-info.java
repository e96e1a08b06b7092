/**
 * The fence devices of clusters as their configurations say, whether each of them works, and which machine it means. Everything is looked at and
 * nothing is powered: the sessions that are opened here refuse to. Knows no user interface.
 */
package org.palisade.devices;
