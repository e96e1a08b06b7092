package org.palisade.transport;

import java.io.IOException;

import org.palisade.api.FenceException;

/**
 * Makes a value of an answer while it arrives.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface AnswerReader<T> {

	/**
	 * {@return the value} A rest of the body that is left unread is thrown away.
	 *
	 * @throws IOException what reading the body threw, not wrapped; the transport translates it
	 * @throws FenceException when the answer makes no sense; replaced when the exchange had been cut off by deadline or cancellation
	 */
	T read(HttpAnswer answer) throws IOException, FenceException;
}
