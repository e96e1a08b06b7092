package org.palisade.simulator.internal.service;

import java.util.Optional;

import org.palisade.simulator.internal.disruption.Disruption;
import org.palisade.simulator.internal.model.Reference;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.session.Session;
import org.palisade.simulator.internal.session.Session.Caller;
import org.palisade.simulator.internal.soap.Element;

/** A call of a method. Used by one thread. */
public final class Call {

	private final Element arguments;
	private final Optional<Session> session;
	private final Caller caller;
	private final Disruption disruption;
	private Optional<Session> opened = Optional.empty();

	/**
	 * A call.
	 *
	 * @param arguments the element that names the method and holds its arguments
	 * @param session the session that the call belongs to, if any
	 * @param caller where it came from
	 * @param disruption what goes wrong with this call
	 */
	public Call(Element arguments, Optional<Session> session, Caller caller, Disruption disruption) {
		this.arguments = arguments;
		this.session = session;
		this.caller = caller;
		this.disruption = disruption;
	}

	/** The name of the method. */
	public String method() {
		return arguments.name();
	}

	/** Its arguments. */
	public Element arguments() {
		return arguments;
	}

	/** The object that it is called on. */
	public Reference self() throws VimFault {
		return arguments.reference("_this");
	}

	/** The session that there must be. */
	public Session session() throws VimFault {
		return session.orElseThrow(() -> VimFault.notAuthenticated(arguments.child("_this").map(Element::reference).orElse(null)));
	}

	/** The session, if there is one. */
	public Optional<Session> sessionIfAny() {
		return session;
	}

	/** Where it came from. */
	public Caller caller() {
		return caller;
	}

	/** What goes wrong with it. */
	public Disruption disruption() {
		return disruption;
	}

	/** Says that the call opened a session, whose cookie the answer has to set. */
	void opened(Session newSession) {
		this.opened = Optional.of(newSession);
	}

	/** The session that the call opened. */
	public Optional<Session> opened() {
		return opened;
	}
}
