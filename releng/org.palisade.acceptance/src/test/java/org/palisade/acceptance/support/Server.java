package org.palisade.acceptance.support;

/** What a request is addressed to. */
public interface Server {

	/** {@return the TCP port on the loopback address} */
	int port();

	/** {@return the user name that may log in} */
	String username();

	/** {@return that user's password} */
	String password();
}
