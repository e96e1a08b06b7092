/** Tests of what lies beneath the transport. */
package org.palisade.transport.internal;
