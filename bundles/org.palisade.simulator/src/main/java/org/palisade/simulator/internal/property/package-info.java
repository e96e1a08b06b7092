/** The property collector: selecting objects, reading properties, paging, and updates. */
package org.palisade.simulator.internal.property;
