package org.palisade.vsphere.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, and refuses what exceeds a limit. */
final class CountingInput extends FilterInputStream {

	private final long most;
	private long count;

	/**
	 * @param most how many bytes are accepted
	 */
	CountingInput(InputStream in, long most) {
		super(in);
		this.most = most;
	}

	@Override
	public int read() throws IOException {
		int value = super.read();
		add(value < 0 ? 0 : 1);
		return value;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int read = super.read(target, offset, length);
		add(Math.max(read, 0));
		return read;
	}

	private void add(int read) throws MalformedAnswer {
		count += read;
		if (count > most) {
			throw new MalformedAnswer("longer than " + most + " bytes");
		}
	}

	/** {@return how many bytes were read} */
	long count() {
		return count;
	}
}
