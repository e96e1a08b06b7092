/** Tests of the back end {@code esx}. */
package org.palisade.backend.esx.internal;
