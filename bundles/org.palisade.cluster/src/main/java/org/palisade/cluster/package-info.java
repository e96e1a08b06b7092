/**
 * Cluster configurations in the forms in which clusters are configured: reading, checking, mending, migrating and converting them. Every
 * function is pure, so that the command line and an editor get the same; only {@link org.palisade.cluster.ConfigurationFile} touches files.
 */
package org.palisade.cluster;
