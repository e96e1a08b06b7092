package org.palisade.tck.memory;

import java.util.List;
import java.util.Set;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.PowerOperation;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Deadline;

/** A back end that keeps the contract. */
public final class MemoryBackEnd implements FenceBackEnd {

	@Override
	public String type() {
		return "memory";
	}

	@Override
	public String summary() {
		return "Plugs in memory";
	}

	@Override
	public List<OptionDeclaration> options() {
		return List.of(OptionDeclaration.select("memory_order", List.of("first", "last"), "Order of listings").withDefault("first"),
				OptionDeclaration.of("memory_patience", OptionType.SECOND, "Patience").withDefault("5"),
				OptionDeclaration.of("memory_strict", OptionType.BOOLEAN, "Strictness").withLetter('M').withDefault("0"));
	}

	@Override
	public Set<String> requiredOptions() {
		return Set.of(StandardOptions.IP, StandardOptions.PASSWORD);
	}

	@Override
	public Set<PowerOperation> operations() {
		return Set.of(PowerOperation.ON, PowerOperation.OFF, PowerOperation.CYCLE);
	}

	@Override
	public boolean hasDatacenters() {
		return true;
	}

	@Override
	public void validate(OptionValues options) throws FenceException {
		if (options.requiredText(StandardOptions.IP).contains(" ")) {
			throw new FenceException(Kind.OPTION, "ip is no address", "Give it without blanks");
		}
	}

	@Override
	public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		MemorySession session = new MemorySession(MemoryDevice.at(options.requiredText(StandardOptions.IP)),
				options.text(StandardOptions.VMWARE_DATACENTER), context);
		session.logIn(options.secret(StandardOptions.PASSWORD).map(Secret::reveal).orElseThrow(), deadline);
		return session;
	}
}
