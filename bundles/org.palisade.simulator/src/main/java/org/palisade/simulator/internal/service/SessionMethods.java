package org.palisade.simulator.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.palisade.simulator.internal.model.DataObject;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.session.Session;
import org.palisade.simulator.internal.session.Sessions;
import org.palisade.simulator.internal.soap.Answer;

/** The methods of the session manager. */
final class SessionMethods {

	private final Sessions sessions;
	private final String managerId;

	SessionMethods(Sessions sessions, String managerId) {
		this.sessions = sessions;
		this.managerId = managerId;
	}

	void register(Map<String, VimMethod> methods) {
		methods.put("Login", this::login);
		methods.put("Logout", this::logout);
		methods.put("SessionIsActive", this::sessionIsActive);
		methods.put("TerminateSession", this::terminateSession);
		methods.put("AcquireCloneTicket", this::acquireCloneTicket);
		methods.put("CloneSession", this::cloneSession);
		methods.put("SetLocale", call -> Answer.NOTHING);
	}

	private Answer login(Call call) throws VimFault {
		if (call.sessionIfAny().isPresent()) {
			throw VimFault.named("InvalidLogin", "This session is logged in already.");
		}
		return opened(call,
				sessions.login(call.arguments().required("userName"), call.arguments().required("password"), call.caller()));
	}

	private Answer cloneSession(Call call) throws VimFault {
		return opened(call, sessions.cloneSession(call.arguments().required("cloneTicket"), call.caller()));
	}

	private Answer opened(Call call, Session session) {
		session.add(new Manager(managerId, sessions, session));
		call.opened(session);
		DataObject description = session.describe();
		return out -> out.value("returnval", "UserSession", description);
	}

	private Answer logout(Call call) throws VimFault {
		sessions.logout(call.session());
		return Answer.NOTHING;
	}

	private Answer sessionIsActive(Call call) throws VimFault {
		String user = call.arguments().required("userName");
		boolean active = sessions.findByKey(call.arguments().required("sessionID")).filter(session -> session.user().equals(user))
				.isPresent();
		return out -> out.text("returnval", Boolean.toString(active));
	}

	private Answer terminateSession(Call call) throws VimFault {
		List<Session> ended = new ArrayList<>();
		for (String key : call.arguments().texts("sessionId")) {
			Session session = sessions.findByKey(key)
					.orElseThrow(() -> VimFault.named("NotFound", "There is no session with the key " + key));
			if (session == call.session()) {
				throw VimFault.invalidArgument("sessionId");
			}
			ended.add(session);
		}
		ended.forEach(sessions::terminate);
		return Answer.NOTHING;
	}

	private Answer acquireCloneTicket(Call call) throws VimFault {
		String ticket = sessions.cloneTicket(call.session());
		return out -> out.text("returnval", ticket);
	}

	/** The session manager as one session sees it. */
	private static final class Manager extends ServiceObject {

		private final Sessions sessions;
		private final Session current;

		Manager(String id, Sessions sessions, Session current) {
			super("SessionManager", id);
			this.sessions = sessions;
			this.current = current;
		}

		@Override
		public Object property(String name) {
			return switch (name) {
			case "currentSession" -> current.describe();
			case "sessionList" -> sessions.all().stream().map(Session::describe).toList();
			case "message" -> "";
			case "defaultLocale" -> "en";
			case "messageLocaleList", "supportedLocaleList" -> List.of("en");
			default -> null;
			};
		}
	}
}
