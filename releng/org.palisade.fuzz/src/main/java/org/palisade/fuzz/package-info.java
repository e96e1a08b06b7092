/**
 * Fuzzing guided by coverage: which targets there are and how they are run. A target lies in the package whose input it fuzzes, so that it reaches
 * what is hidden there.
 */
package org.palisade.fuzz;
