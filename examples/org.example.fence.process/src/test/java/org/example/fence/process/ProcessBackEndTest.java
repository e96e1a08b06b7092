package org.example.fence.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.api.FenceBackEnd;
import org.palisade.tck.FenceBackEndTck;
import org.palisade.tck.TestBed;

/** Everything that the fence API promises, and what is peculiar to processes. */
class ProcessBackEndTest extends FenceBackEndTck {

	@TempDir
	Path temporary;

	@Override
	protected FenceBackEnd backEnd() {
		return new ProcessBackEnd();
	}

	@Override
	protected TestBed testBed() throws IOException {
		return new ProcessTestBed(temporary);
	}

	@Test
	void aProcessThatGotTheNumberOfAnotherOneIsNotKilled() throws IOException {
		ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
		ProcessIdentity earlier = new ProcessIdentity(self.boot(), self.pid(), "1");

		assertTrue(earlier.kill(), "it has ended, so there is nothing to kill");
		assertEquals(self, ProcessIdentity.of(self.pid()).orElseThrow(), "this process was not meant");
	}
}
