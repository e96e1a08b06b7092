/** The command {@code palisade-config}. */
package org.palisade.config.internal;
