/** The application of the product: a workbench that opens with the perspective "Cluster Fencing". */
package org.palisade.rcp.internal;
