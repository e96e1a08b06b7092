/** The parts that the tests put together: bounded processes, the installed agent, the servers and those who tell the truth about them. */
package org.palisade.acceptance.support;
