/** Pacemaker's CIB in XML: "Pacemaker Explained" and the schemas that Pacemaker installs. */
package org.palisade.cluster.internal.cib;
