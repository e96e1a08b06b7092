package org.palisade.tck;

import org.palisade.api.ForwardingBackEnd;
import org.palisade.tck.memory.MemoryBackEnd;

/** The good back end, for changing one thing about it. */
class AlteredBackEnd extends ForwardingBackEnd {

	AlteredBackEnd() {
		super(new MemoryBackEnd());
	}
}
