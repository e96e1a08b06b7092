package org.palisade.vsphere.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

import com.sun.management.ThreadMXBean;
import com.vmware.vim25.ObjectContent;
import com.vmware.vim25.RetrieveResult;

import org.junit.jupiter.api.Test;

/** What decoding allocates depends on the code and hardly on the machine, so a bound on it can be a test. */
class DecoderAllocationTest {

	private static final int MACHINES = 10_000;
	private static final double LARGEST_SHARE = 0.3;

	private final Decoders decoders = new Decoders(MACHINES);

	private static long allocated(Supplier<RetrieveResult> decoder) {
		// What is loaded and cached once does not count.
		decoder.get();
		ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = thread.getCurrentThreadAllocatedBytes();
		decoder.get();
		return thread.getCurrentThreadAllocatedBytes() - before;
	}

	@Test
	void bothReadTheSame() {
		ObjectContent[] ours = decoders.ours().getObjects();
		ObjectContent[] theirs = decoders.theirs().getObjects();

		assertEquals(MACHINES, ours.length);
		assertEquals(MACHINES, theirs.length);
		for (int i = 0; i < MACHINES; i++) {
			assertEquals(text(theirs[i]), text(ours[i]));
		}
	}

	private static String text(ObjectContent content) {
		StringBuilder text = new StringBuilder(content.getObj().getType()).append(' ').append(content.getObj().getVal());
		for (var property : content.getPropSet()) {
			text.append(' ').append(property.getName()).append('=').append(property.getVal());
		}
		return text.toString();
	}

	@Test
	void oursAllocatesLessThanAThirdOfWhatYavijavasDoes() {
		long ours = allocated(decoders::ours);
		long theirs = allocated(decoders::theirs);

		assertTrue(ours <= LARGEST_SHARE * theirs, () -> ours + " bytes against " + theirs);
	}
}
