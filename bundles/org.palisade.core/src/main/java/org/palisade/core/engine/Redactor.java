package org.palisade.core.engine;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceProblem;
import org.palisade.api.option.Redaction;
import org.palisade.api.option.Secret;

/**
 * Removes secrets from texts. What an exception says comes from who knows where, so each secret is masked in it. The texts of a back end are
 * its own words, into which it has let foreign ones; to mask those is its duty, and what is done here is a net for a back end that forgot. The
 * net leaves secrets alone that could be words of its sentences: a password {@code wrong} must not make "after several wrong passwords"
 * unreadable, and known. Thread-safe.
 */
final class Redactor {

	/** No message has a longer word. */
	private static final int LONGEST_WORD = 16;

	private volatile Redaction all = Redaction.of();
	private volatile Redaction unmistakable = Redaction.of();

	synchronized void add(Secret secret) {
		all = all.and(secret);
		if (!mayBeAWord(secret.reveal())) {
			unmistakable = unmistakable.and(secret);
		}
	}

	private static boolean mayBeAWord(String text) {
		return text.length() <= LONGEST_WORD && text.chars().allMatch(Character::isLetter);
	}

	/** {@return a text that comes from outside without any of the secrets} */
	String redactForeign(String text) {
		return all.apply(text);
	}

	/** {@return a text of a back end without the secrets that cannot be words of it} */
	String redact(String text) {
		return unmistakable.apply(text);
	}

	FenceProblem redact(FenceProblem problem) {
		return new FenceProblem(problem.kind(), redact(problem.message()), redact(problem.advice()));
	}

	AuditRecord.Caller redact(AuditRecord.Caller caller) {
		return new AuditRecord.Caller(caller.service().map(this::redact), caller.nodeName().map(this::redact), caller.user());
	}

	Diagnostics redacting(Diagnostics diagnostics) {
		return new Diagnostics() {
			@Override
			public void warning(String message) {
				diagnostics.warning(redact(message));
			}

			@Override
			public void detail(String message) {
				diagnostics.detail(redact(message));
			}
		};
	}
}
