/** Tests of kept sessions against a back end whose sessions die to order. */
package org.palisade.sessions;
