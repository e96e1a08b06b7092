package org.palisade.core.document;

import java.util.List;
import java.util.Set;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Deadline;

/** A back end whose declarations try to break out of the documents. */
record DeclaringBackEnd(String type, List<OptionDeclaration> options) implements FenceBackEnd {

	static final List<OptionDeclaration> NASTY = List.of(
			OptionDeclaration.of("dotted", OptionType.STRING, ".SH OVERWRITTEN\n.so /etc/passwd\nC:\\new -x \"quoted\" 'e\u0301\u0007").withDefault("'a\\b").withLetter(')'),
			OptionDeclaration.select("mode", List.of("fast", "$(touch pwned)", "`x`", "it's", "slow"), "How").withLetter('M').withOldNames("old_mode"),
			OptionDeclaration.of("nasty_file", OptionType.STRING, "A file"),
			OptionDeclaration.of("nasty_secret", OptionType.SECRET, "A secret").withDefault("topsecret"));

	static DeclaringBackEnd nasty() {
		return new DeclaringBackEnd("nasty", NASTY);
	}

	@Override
	public String summary() {
		return type;
	}

	@Override
	public Set<String> requiredOptions() {
		return Set.of();
	}

	@Override
	public void validate(OptionValues values) {
		throw new UnsupportedOperationException();
	}

	@Override
	public FenceSession open(OptionValues values, SessionContext context, Deadline deadline) {
		throw new UnsupportedOperationException();
	}
}
