/** The fuzz target of the answers of the Automation API. */
package org.palisade.backend.rest.internal;
