/** Sessions that outlive the request for which they were opened, for a program that answers many requests. */
package org.palisade.sessions;
