/** Tests of the connection model. */
package org.palisade.connections;
