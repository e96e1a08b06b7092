/** The fence agent as a service, for a program that answers the requests of many callers in one process. */
package org.palisade.agent;
