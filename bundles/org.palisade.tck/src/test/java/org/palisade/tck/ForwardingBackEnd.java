package org.palisade.tck;

import java.util.List;
import java.util.Set;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.PowerOperation;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Deadline;
import org.palisade.tck.memory.MemoryBackEnd;

/** The good back end, for changing one thing about it. */
class ForwardingBackEnd implements FenceBackEnd {

	private final FenceBackEnd good = new MemoryBackEnd();

	@Override
	public String type() {
		return good.type();
	}

	@Override
	public String summary() {
		return good.summary();
	}

	@Override
	public List<OptionDeclaration> options() {
		return good.options();
	}

	@Override
	public Set<String> requiredOptions() {
		return good.requiredOptions();
	}

	@Override
	public Set<PowerOperation> operations() {
		return good.operations();
	}

	@Override
	public boolean hasDatacenters() {
		return good.hasDatacenters();
	}

	@Override
	public void validate(OptionValues options) throws FenceException {
		good.validate(options);
	}

	@Override
	public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		return good.open(options, context, deadline);
	}
}
