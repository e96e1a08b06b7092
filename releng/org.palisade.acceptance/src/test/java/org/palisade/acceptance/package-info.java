/**
 * Tests of the installed agent as its users run it: a process with arguments or standard input, an exit code, and servers that are not
 * ours. What really happened is asked of the server by another client.
 */
package org.palisade.acceptance;
