package org.palisade.resident.internal;

/**
 * The protocol between the client and the resident agent. Numbers are big-endian.
 * <p>
 * The client sends one request: its length in four bytes, then fields, each a tag of one byte, a length of four and the bytes. The resident
 * answers with frames of the same form. The client answers some of them with one byte each. When its side of the
 * connection ends it has gone.
 */
final class Wire {

	/** Of the protocol, the first word of {@link #IDENTITY}. */
	static final String VERSION = "palisade-resident-1";

	/** Standard input of 1 MiB, which is as much as an agent reads, and as much again for everything else. */
	static final int LONGEST_REQUEST = 2 << 20;
	static final int LONGEST_FRAME = 1 << 15;

	/** Field: the version of the protocol and the installation that the client belongs to. */
	static final byte IDENTITY = 'i';
	/** Field: the name under which the agent was called. */
	static final byte COMMAND = 'c';
	/** Field, as often as needed: an argument. */
	static final byte ARGUMENT = 'a';
	/** Field: all of standard input. */
	static final byte INPUT = 's';
	/** Field: the folder in which the caller runs. */
	static final byte FOLDER = 'd';
	/** Field: {@code PCMK_service}, if it is set. */
	static final byte FENCER = 'f';
	/** Field: the locale of messages as the environment has it. */
	static final byte LOCALE = 'l';
	/** Field: {@code PALISADE_JAVA} or else {@code JAVA_HOME}, if it is set: the folder of a Java, or its command. */
	static final byte JAVA = 'j';
	/** Field: the name spaces of the caller, for network and mounts, and its root. */
	static final byte NAME_SPACES = 'n';

	/** Frame: the request is being answered. */
	static final byte ACCEPTED = 'A';
	/** Frame: the request is not answered and nothing was done, with the reason. */
	static final byte REFUSED = 'R';
	/** Frame: a piece of standard output, to be answered with {@link #WRITTEN} or {@link #BROKEN}. */
	static final byte OUT = 'O';
	/** Frame: a piece of standard error. */
	static final byte ERR = 'E';
	/** Frame: a journal entry; the power operation is asked for when it was answered with {@link #GO}. */
	static final byte BEFORE = 'P';
	/** Frame: a journal entry about an operation that has ended. */
	static final byte AFTER = 'J';
	/** Frame: the resident is alive, to be answered with {@link #HEARD}. */
	static final byte ALIVE = 'H';
	/** Frame: the exit code, as one digit. The last one. */
	static final byte EXIT = 'X';

	/** Answer: the piece was written. */
	static final byte WRITTEN = 'k';
	/** Answer: the caller's standard output takes no more. */
	static final byte BROKEN = 'b';
	/** Answer: the entry is noted. */
	static final byte GO = 'g';
	/** Answer: so it seems. */
	static final byte HEARD = 'h';
	/** No answer, but a request: the caller has given up, and waits for the end. */
	static final byte CANCEL = 'c';

	private Wire() {
	}
}
