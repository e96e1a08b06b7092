package org.palisade.acceptance.support;

import java.util.Optional;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Looks for the parts that {@link Needs} names. */
final class NeedsCondition implements ExecutionCondition {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		Optional<Needs> needs = AnnotationSupport.findAnnotation(context.getElement(), Needs.class);
		if (needs.isPresent()) {
			for (RealPart part : needs.get().value()) {
				Optional<String> absence = part.absence();
				if (absence.isPresent()) {
					return ConditionEvaluationResult.disabled(absence.get());
				}
			}
		}
		return ConditionEvaluationResult.enabled("every part is there");
	}
}
