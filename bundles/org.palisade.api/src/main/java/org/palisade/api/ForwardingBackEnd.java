package org.palisade.api;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Deadline;

/**
 * A back end that passes every call on to another one. Whoever stands before a back end and has something to do at some of its methods, mostly {@link
 * #open}, extends this and overrides those. A method that the API gets later is passed on too.
 */
public abstract class ForwardingBackEnd implements FenceBackEnd {

	private final FenceBackEnd backEnd;

	/**
	 * @param backEnd the other one
	 */
	protected ForwardingBackEnd(FenceBackEnd backEnd) {
		this.backEnd = Objects.requireNonNull(backEnd);
	}

	@Override
	public String type() {
		return backEnd.type();
	}

	@Override
	public String summary() {
		return backEnd.summary();
	}

	@Override
	public List<OptionDeclaration> options() {
		return backEnd.options();
	}

	@Override
	public Set<String> requiredOptions() {
		return backEnd.requiredOptions();
	}

	@Override
	public Set<PowerOperation> operations() {
		return backEnd.operations();
	}

	@Override
	public boolean hasDatacenters() {
		return backEnd.hasDatacenters();
	}

	@Override
	public void validate(OptionValues options) throws FenceException {
		backEnd.validate(options);
	}

	@Override
	public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		return backEnd.open(options, context, deadline);
	}
}
