/** Help without the platform's help system, whose search needs a newer Java than the product does. */
package org.palisade.rcp.internal.help;
