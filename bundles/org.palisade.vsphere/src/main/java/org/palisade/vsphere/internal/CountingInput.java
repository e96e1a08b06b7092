package org.palisade.vsphere.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, and refuses what no page of a sane answer reaches. */
final class CountingInput extends FilterInputStream {

	private static final long MOST = 1L << 28;

	private long count;

	CountingInput(InputStream in) {
		super(in);
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
		if (count > MOST) {
			throw new MalformedAnswer("longer than " + MOST + " bytes");
		}
	}

	/** {@return how many bytes were read} */
	long count() {
		return count;
	}
}
