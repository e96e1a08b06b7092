package org.palisade.backend.vmrun.internal.process;

import java.nio.charset.Charset;

/** The encoding in which arguments reach a child process, and in which its output is read, so that a name survives the round trip. */
public final class NativeText {

	private static final char REPLACEMENT = '\uFFFD';
	private static final int FIRST_WITH_UTF8_DEFAULT = 18;

	private NativeText() {
	}

	/**
	 * {@return whether {@code argument} reaches a child process unchanged} It does not when the locale's encoding lacks one of its
	 * characters, when it was read from bytes that made no sense in that encoding, or when it holds a NUL.
	 */
	public static boolean isPassable(String argument) {
		return argument.indexOf('\0') < 0 && argument.indexOf(REPLACEMENT) < 0 && charset().newEncoder().canEncode(argument);
	}

	static Charset charset() {
		// Java encodes arguments in the default charset up to 17. Since 18 that is UTF-8 whatever the locale, and arguments are encoded in
		// this one instead.
		if (Runtime.version().feature() < FIRST_WITH_UTF8_DEFAULT) {
			return Charset.defaultCharset();
		}
		return Charset.forName(System.getProperty("sun.jnu.encoding"));
	}
}
