/** The back ends that are installed, by the type that selects them. */
package org.palisade.core.backend;
