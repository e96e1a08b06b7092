/** Servers that answer as a test tells them to, for what no simulation of a server would say. */
package org.palisade.testsupport.scripted;
