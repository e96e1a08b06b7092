package org.palisade.core.option;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Deadline;

/** A back end that only declares options. */
record CatalogedBackEnd(String type, Supplier<List<OptionDeclaration>> declared) implements FenceBackEnd {

	static CatalogedBackEnd declaring(String type, OptionDeclaration... declarations) {
		return new CatalogedBackEnd(type, () -> List.of(declarations));
	}

	@Override
	public String summary() {
		return type;
	}

	@Override
	public List<OptionDeclaration> options() {
		return declared.get();
	}

	@Override
	public Set<String> requiredOptions() {
		return Set.of();
	}

	@Override
	public void validate(OptionValues options) {
		throw new UnsupportedOperationException();
	}

	@Override
	public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) {
		throw new UnsupportedOperationException();
	}
}
