/** What pcs prints and what it is told: pcs(8). */
package org.palisade.cluster.internal.pcs;
