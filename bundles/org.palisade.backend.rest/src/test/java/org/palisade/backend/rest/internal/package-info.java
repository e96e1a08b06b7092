/** Tests of the back end {@code rest}. */
package org.palisade.backend.rest.internal;
