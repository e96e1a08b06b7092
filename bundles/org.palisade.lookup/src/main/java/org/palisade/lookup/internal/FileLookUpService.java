package org.palisade.lookup.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.lookup.LookUpCache;
import org.palisade.api.lookup.LookUpService;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;

/** Remembers inventories in files: where the environment says, else those of root where the system keeps caches and those of others where they keep theirs. */
@Component
public final class FileLookUpService implements LookUpService {

	private static final String SYSTEM_CACHE = "/var/cache";
	private static final String NAME = "palisade";

	private final Path standardFolder;

	/** Uses the standard folder of the user who runs this process. */
	@Activate
	public FileLookUpService() {
		this(System.getenv(), System.getProperty("user.name"), System.getProperty("user.home"));
	}

	FileLookUpService(Map<String, String> environment, String user, String home) {
		String base = environment.getOrDefault("XDG_CACHE_HOME", "");
		// By the XDG Base Directory Specification a relative path there is to be ignored.
		if (base.startsWith("/")) {
			standardFolder = Path.of(base, NAME);
		} else {
			standardFolder = user.equals("root") ? Path.of(SYSTEM_CACHE, NAME) : Path.of(home, ".cache", NAME);
		}
	}

	@Override
	public void validate(OptionValues options) throws FenceException {
		Optional<String> text = options.text(StandardOptions.LOOKUP_CACHE);
		if (text.isPresent() && !isOff(text.get()) && !isAbsolute(text.get())) {
			throw new FenceException(Kind.OPTION, NLS.bind(Messages.not_absolute, text.get()), Messages.not_absolute_advice);
		}
	}

	private static boolean isOff(String text) {
		return text.equals(StandardOptions.LOOKUP_CACHE_OFF);
	}

	private static boolean isAbsolute(String text) {
		try {
			return Path.of(text).isAbsolute();
		} catch (InvalidPathException noPath) {
			return false;
		}
	}

	@Override
	public LookUpCache open(OptionValues options, Diagnostics diagnostics) {
		Optional<String> text = options.text(StandardOptions.LOOKUP_CACHE);
		if (text.filter(FileLookUpService::isOff).isPresent()) {
			return LookUpCache.none();
		}
		return new FileCache(new CacheFolder(text.map(Path::of).orElse(standardFolder)), diagnostics);
	}

	/** {@return where inventories are remembered when no option says otherwise} */
	Path standardFolder() {
		return standardFolder;
	}
}
