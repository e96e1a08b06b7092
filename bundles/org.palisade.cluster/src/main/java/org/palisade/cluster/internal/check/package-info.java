/** The rules. Each looks at the configuration, and at nothing else, and reports what it finds. */
package org.palisade.cluster.internal.check;
