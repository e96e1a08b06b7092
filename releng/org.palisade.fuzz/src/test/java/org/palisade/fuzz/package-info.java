/** Runs every target: with its seeds alone in each build, guided by coverage in {@code verify}. */
package org.palisade.fuzz;
