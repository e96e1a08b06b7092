package org.palisade.tck;

import org.palisade.api.FenceBackEnd;
import org.palisade.tck.memory.MemoryBackEnd;
import org.palisade.tck.memory.MemoryTestBed;

/** A back end that keeps the contract, on a test bed that can do everything. */
class MemoryBackEndTest extends FenceBackEndTck {

	@Override
	protected FenceBackEnd backEnd() {
		return new MemoryBackEnd();
	}

	@Override
	protected TestBed testBed() {
		return new MemoryTestBed(true);
	}
}
