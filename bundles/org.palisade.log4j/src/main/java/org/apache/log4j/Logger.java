package org.apache.log4j;

/** A logger that throws away what it is told. Has the methods that yavijava calls, with the signatures of log4j 1.2. */
public final class Logger {

	private static final Logger DISCARDING = new Logger();

	private Logger() {
	}

	/** {@return the one logger, whatever the class} */
	public static Logger getLogger(@SuppressWarnings("rawtypes") Class type) {
		return DISCARDING;
	}

	/** {@return false: nothing is traced} */
	public boolean isTraceEnabled() {
		return false;
	}

	/** Discards the message. */
	public void trace(Object message) {
		// discarded
	}

	/** Discards the message. */
	public void debug(Object message) {
		// discarded
	}

	/** Discards the message. */
	public void debug(Object message, Throwable cause) {
		// discarded
	}

	/** Discards the message. */
	public void info(Object message, Throwable cause) {
		// discarded
	}

	/** Discards the message. */
	public void warn(Object message) {
		// discarded
	}

	/** Discards the message. */
	public void error(Object message) {
		// discarded
	}

	/** Discards the message. */
	public void error(Object message, Throwable cause) {
		// discarded
	}
}
