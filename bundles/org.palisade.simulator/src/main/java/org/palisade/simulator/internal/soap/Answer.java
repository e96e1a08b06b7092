package org.palisade.simulator.internal.soap;

import javax.xml.stream.XMLStreamException;

/** What a method answers: writes the {@code returnval} elements. Called without the world's lock, at most once. */
@FunctionalInterface
public interface Answer {

	/** Nothing. */
	Answer NOTHING = out -> {
	};

	/** Writes it. */
	void write(SoapWriter out) throws XMLStreamException;
}
