/**
 * Bringing a request to its end that another process began and was lost over: which power operations it asked for, and none of them a
 * second time.
 */
package org.palisade.agent.internal.takeover;
