package org.palisade.simulator.internal.session;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.palisade.simulator.ServerBehaviour;
import org.palisade.simulator.internal.model.DataObject;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.World;
import org.palisade.simulator.internal.property.PropertyCollector;
import org.palisade.simulator.internal.session.Session.Caller;

/** All sessions, and what became of them. Guarded by the world's lock. */
public final class Sessions {

	private static final int SECRET_BYTES = 20;

	private final World world;
	private final ServerBehaviour account;
	private final String collectorId;
	private final SecureRandom random = new SecureRandom();
	private final Map<String, Session> byCookie = new LinkedHashMap<>();
	private final Map<String, String> usersByCloneTicket = new HashMap<>();
	private int logins;
	private int failedLogins;
	private int logouts;
	private int expired;

	/**
	 * Nobody is logged in.
	 *
	 * @param collectorId the identifier of every session's first property collector
	 */
	public Sessions(World world, ServerBehaviour account, String collectorId) {
		this.world = world;
		this.account = account;
		this.collectorId = collectorId;
	}

	/** The session of that cookie. */
	public Optional<Session> find(String cookie) {
		return Optional.ofNullable(byCookie.get(cookie));
	}

	/** The session with that public key. */
	public Optional<Session> findByKey(String key) {
		return byCookie.values().stream().filter(session -> session.key().equals(key)).findFirst();
	}

	/** Logs in. */
	public Session login(String username, String password, Caller caller) throws VimFault {
		if (!same(username, account.username()) || !same(password, account.password())) {
			failedLogins++;
			throw VimFault.named("InvalidLogin", "Cannot complete login due to an incorrect user name or password.");
		}
		return open(username, caller);
	}

	private static boolean same(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

	private Session open(String username, Caller caller) {
		Session session = new Session(UUID.randomUUID().toString(), secret(), username, caller, world.clock().instant(),
				new PropertyCollector(collectorId, world));
		byCookie.put(session.cookie(), session);
		logins++;
		world.post(DataObject.of("UserLoginSessionEvent").with("ipAddress", caller.address()).with("userAgent", caller.userAgent())
				.with("locale", "en").with("sessionId", session.key()), username);
		return session;
	}

	private String secret() {
		byte[] bytes = new byte[SECRET_BYTES];
		random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/** A ticket that opens one more session of that user, once. */
	public String cloneTicket(Session session) {
		String ticket = "cst-VCT-" + secret();
		usersByCloneTicket.put(ticket, session.user());
		return ticket;
	}

	/** Logs in by a ticket. */
	public Session cloneSession(String ticket, Caller caller) throws VimFault {
		String user = usersByCloneTicket.remove(ticket);
		if (user == null) {
			failedLogins++;
			throw VimFault.named("InvalidLogin", "The ticket is not valid.");
		}
		return open(user, caller);
	}

	/** Ends a session on its own wish. */
	public void logout(Session session) {
		logouts++;
		end(session);
	}

	/** Ends a session against its will. */
	public void terminate(Session session) {
		expired++;
		end(session);
	}

	/** Ends all. */
	public int expireAll() {
		List<Session> all = all();
		all.forEach(this::terminate);
		usersByCloneTicket.clear();
		return all.size();
	}

	private void end(Session session) {
		byCookie.remove(session.cookie());
		world.post(DataObject.of("UserLogoutSessionEvent").with("sessionId", session.key()), session.user());
		session.end();
		world.wakeWaiters();
	}

	/** The open sessions, oldest first. */
	public List<Session> all() {
		return new ArrayList<>(byCookie.values());
	}

	/** How many logins succeeded. */
	public int logins() {
		return logins;
	}

	/** How many logins failed. */
	public int failedLogins() {
		return failedLogins;
	}

	/** How many sessions were logged out. */
	public int logouts() {
		return logouts;
	}

	/** How many sessions were ended by somebody else. */
	public int expired() {
		return expired;
	}
}
