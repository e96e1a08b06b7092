/** Lines and words of a text, with their places. Knows nothing of clusters. */
package org.palisade.cluster.internal.text;
