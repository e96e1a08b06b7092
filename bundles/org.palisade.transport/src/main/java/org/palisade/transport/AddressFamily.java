package org.palisade.transport;

/** Which of a server's addresses may be used. */
public enum AddressFamily {

	/** Every address, in the order in which the resolver gives them. */
	ANY,

	/** IPv4 addresses only. */
	INET4,

	/** IPv6 addresses only. */
	INET6
}
