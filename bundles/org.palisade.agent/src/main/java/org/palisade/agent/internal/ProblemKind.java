package org.palisade.agent.internal;

import org.palisade.api.FenceProblem;

/** The kinds of problems in words. Those for a timeout are the ones that pacemaker looks for. */
final class ProblemKind {

	private ProblemKind() {
	}

	static String text(FenceProblem.Kind kind) {
		return switch (kind) {
			case OPTION -> Messages.kind_option;
			case DNS -> Messages.kind_dns;
			case TCP -> Messages.kind_tcp;
			case TLS -> Messages.kind_tls;
			case TRUST -> Messages.kind_trust;
			case NOT_OFFERED -> Messages.kind_not_offered;
			case LOGIN -> Messages.kind_login;
			case PRIVILEGE -> Messages.kind_privilege;
			case NOT_FOUND -> Messages.kind_not_found;
			case AMBIGUOUS -> Messages.kind_ambiguous;
			case REFUSED -> Messages.kind_refused;
			case TASK -> Messages.kind_task;
			case UNVERIFIED -> Messages.kind_unverified;
			case TIMEOUT -> Messages.kind_timeout;
			case CANCELLED -> Messages.kind_cancelled;
			case PROTOCOL -> Messages.kind_protocol;
		};
	}
}
