package org.palisade.simulator.internal.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.palisade.simulator.internal.model.DataObject;
import org.palisade.simulator.internal.model.ManagedObject;
import org.palisade.simulator.internal.property.PropertyCollector;
import org.palisade.simulator.internal.property.PropertyFilter;

/** A login: who it is, and the objects that live as long as it does. Guarded by the world's lock. */
public final class Session {

	private final String key;
	private final String cookie;
	private final String user;
	private final Caller caller;
	private final Instant loginTime;
	private final Map<String, ManagedObject> objects = new HashMap<>();
	private final PropertyCollector defaultCollector;
	private Instant lastActive;
	private long calls;
	private int nextObject = 1;
	private boolean ended;

	/**
	 * Where a request came from.
	 *
	 * @param address the address of the client
	 * @param userAgent what it calls itself
	 */
	public record Caller(String address, String userAgent) {
	}

	Session(String key, String cookie, String user, Caller caller, Instant now, PropertyCollector defaultCollector) {
		this.key = key;
		this.cookie = cookie;
		this.user = user;
		this.caller = caller;
		this.loginTime = now;
		this.lastActive = now;
		this.defaultCollector = defaultCollector;
		objects.put(defaultCollector.id(), defaultCollector);
	}

	/** Its public identifier. */
	public String key() {
		return key;
	}

	/** The secret value of its cookie. */
	public String cookie() {
		return cookie;
	}

	/** The account. */
	public String user() {
		return user;
	}

	/** The collector that every session has. */
	public PropertyCollector defaultCollector() {
		return defaultCollector;
	}

	/** A new identifier for an object of this session. */
	public String newObjectId() {
		return "session[" + key + "]" + nextObject++;
	}

	/** Keeps an object as long as the session lives. */
	public void add(ManagedObject object) {
		objects.put(object.id(), object);
	}

	/** Forgets an object. */
	public void remove(ManagedObject object) {
		objects.remove(object.id());
	}

	/** The object of this session with that identifier. */
	public Optional<ManagedObject> find(String id) {
		ManagedObject object = objects.get(id);
		if (object != null) {
			return Optional.of(object);
		}
		for (ManagedObject candidate : objects.values()) {
			if (candidate instanceof PropertyCollector collector && collector.filter(id).isPresent()) {
				return collector.filter(id).map(ManagedObject.class::cast);
			}
		}
		return Optional.empty();
	}

	/** Takes a filter away from the collector that has it. */
	public void removeFilter(PropertyFilter filter) {
		for (ManagedObject object : objects.values()) {
			if (object instanceof PropertyCollector collector) {
				collector.removeFilter(filter.id());
			}
		}
	}

	/** Counts a call. */
	public void called(Instant now) {
		calls++;
		lastActive = now;
	}

	/** Whether it was ended. */
	public boolean isEnded() {
		return ended;
	}

	void end() {
		ended = true;
		for (ManagedObject object : objects.values()) {
			if (object instanceof PropertyCollector collector) {
				collector.destroy();
			}
		}
		objects.clear();
	}

	/** The API's description of it. */
	public DataObject describe() {
		return DataObject.of("UserSession").with("key", key).with("userName", user).with("fullName", user).with("loginTime", loginTime)
				.with("lastActiveTime", lastActive).with("locale", "en").with("messageLocale", "en").with("extensionSession", false)
				.with("ipAddress", caller.address()).with("userAgent", caller.userAgent()).with("callCount", calls);
	}
}
