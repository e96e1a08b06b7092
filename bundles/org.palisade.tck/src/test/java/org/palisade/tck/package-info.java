/** Tests of the kit: a back end that keeps the contract passes, and each of many that break it is caught. */
package org.palisade.tck;
