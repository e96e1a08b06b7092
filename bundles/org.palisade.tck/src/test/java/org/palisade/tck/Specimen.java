package org.palisade.tck;

import org.palisade.api.FenceBackEnd;
import org.palisade.tck.memory.MemoryTestBed;

/** The suite of a wrong back end. Run by {@link WrongBackEndsTest} alone, because it has to fail. */
class Specimen extends FenceBackEndTck {

	private static Class<? extends FenceBackEnd> wrong;
	private static boolean canBeSilent;

	/** @param withSilence whether to run the checks that have to wait, too */
	static void take(Class<? extends FenceBackEnd> type, boolean withSilence) {
		wrong = type;
		canBeSilent = withSilence;
	}

	@Override
	protected FenceBackEnd backEnd() throws ReflectiveOperationException {
		return wrong.getDeclaredConstructor().newInstance();
	}

	@Override
	protected TestBed testBed() {
		return new MemoryTestBed(canBeSilent);
	}
}
