/** Tests of the registry of back ends. */
package org.palisade.core.backend;
