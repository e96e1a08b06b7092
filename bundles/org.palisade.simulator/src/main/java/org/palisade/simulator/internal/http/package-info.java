/** Listening, and carrying SOAP over HTTP. */
package org.palisade.simulator.internal.http;
