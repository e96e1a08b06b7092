/** Tests of the values. */
package org.palisade.cluster.model;
