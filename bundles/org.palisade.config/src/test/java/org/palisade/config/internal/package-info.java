/** Tests of the command. */
package org.palisade.config.internal;
