package org.palisade.ui.internal.preference;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.preference.IPreferenceStore;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.StandardOptions;
import org.palisade.connections.Timeouts;
import org.palisade.core.backend.BackEndRegistry;
import org.palisade.ui.internal.PalisadeUi;

/** What the user prefers. For any thread. */
public final class FencingPreferences {

	static final String NOTIFY = "notify";
	static final String NOTIFY_SECONDS = "notifySeconds";
	static final String LOGIN_TIMEOUT = "loginTimeout";
	static final String ANSWER_TIMEOUT = "answerTimeout";
	static final String POWER_TIMEOUT = "powerTimeout";
	static final String LOOK_UP_CACHE = "lookUpCache";

	private static final String BACK_END = "backEnd.";
	private static final String CACHE_FOLDER = "lookup";

	private FencingPreferences() {
	}

	static IPreferenceStore store() {
		return PalisadeUi.instance().getPreferenceStore();
	}

	/** {@return for how many seconds a success is told in a corner; empty when it is not} */
	public static Optional<Integer> notificationSeconds() {
		return store().getBoolean(NOTIFY) ? Optional.of(store().getInt(NOTIFY_SECONDS)) : Optional.empty();
	}

	/** {@return the limits that a new connection begins with} */
	public static Timeouts timeouts() {
		return new Timeouts(seconds(LOGIN_TIMEOUT), seconds(ANSWER_TIMEOUT), seconds(POWER_TIMEOUT));
	}

	/** Somebody may have edited the file. */
	private static int seconds(String key) {
		return Math.max(0, Math.min(Timeouts.LONGEST, store().getInt(key)));
	}

	/** {@return where inventories are remembered between operations} The folder need not exist. */
	static Path cacheFolder() {
		return PalisadeUi.instance().getStateLocation().append(CACHE_FOLDER).toPath();
	}

	/** {@return the key under which the value of an option of a back end is kept} */
	static String key(FenceBackEnd backEnd, OptionDeclaration option) {
		return BACK_END + backEnd.type() + "." + option.name();
	}

	/** {@return whether an option can be preferred} A secret belongs into no preference. */
	static boolean canBePreferred(OptionDeclaration option) {
		return option.type() != OptionType.SECRET;
	}

	/** {@return what was entered for the options of a back end, by their names} */
	public static Map<String, String> backEndOptions(String type) {
		Map<String, String> options = new LinkedHashMap<>();
		PalisadeUi.instance().service(BackEndRegistry.class).installed().find(type)
				.ifPresent(backEnd -> backEnd.options().stream().filter(FencingPreferences::canBePreferred).forEach(option -> {
					String value = store().getString(key(backEnd, option));
					if (!value.isEmpty()) {
						options.put(option.name(), value);
					}
				}));
		return options;
	}

	/** {@return the options of the engine for an operation through a back end, beside those of the connection} */
	public static Map<String, String> engineOptions(String type) {
		Map<String, String> options = backEndOptions(type);
		options.put(StandardOptions.LOOKUP_CACHE, store().getBoolean(LOOK_UP_CACHE) ? cacheFolder().toString() : StandardOptions.LOOKUP_CACHE_OFF);
		return options;
	}
}
