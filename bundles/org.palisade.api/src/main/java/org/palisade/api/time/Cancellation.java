package org.palisade.api.time;

/**
 * Tells whether the caller has given up, by SIGTERM or by a Cancel button. Thread-safe.
 */
public interface Cancellation {

	/**
	 * {@return whether cancellation was requested} Once true, it stays true.
	 */
	boolean requested();

	/**
	 * Has {@code action} run once, by the requesting thread, when cancellation is requested; at once when it already was. The
	 * action must be quick and must not throw: closing a socket is what it is for.
	 *
	 * @return closing it removes the action; closing twice is harmless
	 */
	Registration onRequest(Runnable action);

	/** Takes an action back. */
	@FunctionalInterface
	interface Registration extends AutoCloseable {
		@Override
		void close();
	}

	/**
	 * {@return a cancellation that is never requested}
	 */
	static Cancellation never() {
		return new CancellationSource();
	}
}
