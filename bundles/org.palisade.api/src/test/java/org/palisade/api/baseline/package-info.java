/** The check that the API does not change without its version. */
package org.palisade.api.baseline;
