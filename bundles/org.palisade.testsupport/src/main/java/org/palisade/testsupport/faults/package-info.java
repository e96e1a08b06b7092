/** The fault matrix: every step of every action against every fault, for each back end by a bed of its own. */
package org.palisade.testsupport.faults;
