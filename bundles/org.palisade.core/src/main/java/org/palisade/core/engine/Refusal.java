package org.palisade.core.engine;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.palisade.api.FenceProblem;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.core.option.CoreOptions;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.OptionCatalog;
import org.palisade.core.option.PowerMethod;
import org.palisade.core.option.RawOptions;

/** A power request that was refused for its options, for the audit trail. Nothing was looked up or read, and its values are only texts. */
final class Refusal {

	private final FenceAction action;
	private final RawOptions raw;
	private final OptionCatalog catalog;
	private final Redactor redactor = new Redactor();

	Refusal(FenceAction action, RawOptions raw, OptionCatalog catalog) {
		this.action = action;
		this.raw = raw;
		this.catalog = catalog;
		catalog.declarations().stream().filter(declaration -> declaration.type() == OptionType.SECRET)
				.flatMap(declaration -> raw.value(declaration.name()).stream()).map(Secret::of).forEach(redactor::add);
	}

	AuditRecord record(AuditTrail trail, List<FenceProblem> problems) {
		return new AuditRecord(trail.clock().instant().truncatedTo(ChronoUnit.MILLIS), redactor.redact(trail.caller()), text(CoreOptions.PLUG),
				Optional.empty(), text(StandardOptions.IP), backEndType(), action, method(), List.of(), Duration.ZERO,
				new FenceOutcome.Failed(summary(problems)));
	}

	private String text(String option) {
		return raw.value(option).map(redactor::redact).orElse("");
	}

	private String backEndType() {
		return raw.value(CoreOptions.VMWARE_TYPE).filter(text -> !text.isBlank()).map(redactor::redact)
				.or(() -> catalog.byKey(CoreOptions.VMWARE_TYPE).flatMap(OptionDeclaration::defaultValue)).orElse("");
	}

	private PowerMethod method() {
		return raw.value(StandardOptions.METHOD).map(String::strip).filter(PowerMethod.CYCLE.word()::equalsIgnoreCase)
				.map(ignored -> PowerMethod.CYCLE).orElse(PowerMethod.ONOFF);
	}

	private FenceProblem summary(List<FenceProblem> problems) {
		String messages = problems.stream().map(FenceProblem::message).collect(Collectors.joining("; "));
		return redactor.redact(new FenceProblem(problems.get(0).kind(), messages, ""));
	}
}
