/** Tests of what an agent does that takes a request over. */
package org.palisade.agent.internal.takeover;
