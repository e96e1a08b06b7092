/** {@code cluster.conf} of RHCS: cluster.conf(5), and the fence-agent contract of ClusterLabs. */
package org.palisade.cluster.internal.clusterconf;
