/**
 * What a cluster's configuration says about fencing, whatever form it is written in, together with the places in the text where it says so.
 * Only values: immutable and thread-safe.
 */
package org.palisade.cluster.model;
