package org.palisade.tck;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.palisade.api.FenceBackEnd;

/**
 * The suite that a back end has to pass. Extend it, in the tests of the back end's bundle, and implement the two methods.
 * <p>
 * Every test is one promise of {@link FenceBackEnd} or {@link org.palisade.api.FenceSession}. After each of them the kit closes what it opened and
 * checks that no session is left on the server and that no password stood in a warning, a detail, an exception or a {@code toString}. A
 * check for which the test bed lacks the means is skipped and says so.
 * <p>
 * A check that cannot apply, because no server of this kind has what it is about, can be left out for good: override its method without
 * {@code @Test}, and say why there.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class FenceBackEndTck
		implements OptionChecks, LookUpChecks, PowerChecks, DeadlineChecks, CancellationChecks, SessionChecks, SecretChecks {

	/** System property: after how many seconds a call that does not come back counts as hanging, 60 by default. */
	public static final String BOUND_PROPERTY = "org.palisade.tck.bound";

	private Bench bench;

	/** {@return a new back end, made as its bundle makes it} */
	protected abstract FenceBackEnd backEnd() throws Exception;

	/** {@return a new test bed whose plug is on} Two may be in use at the same time; each then has a plug of its own. */
	protected abstract TestBed testBed() throws Exception;

	@BeforeEach
	final void setUp() throws Exception {
		bench = new Bench(backEnd(), this::testBed);
	}

	@AfterEach
	final void tearDown() {
		if (bench != null) {
			bench.close();
		}
	}

	/** For the checks of the kit. */
	@Override
	public final Bench bench() {
		return bench;
	}
}
