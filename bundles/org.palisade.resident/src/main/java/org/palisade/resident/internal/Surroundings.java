package org.palisade.resident.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What of this process a caller's own process would have to have in common with it, so that a request has the same outcome in both.
 *
 * @param identity the protocol and the installation
 * @param nameSpaces those of network and mounts, and the root folder
 * @param language of messages
 * @param java the folder of the Java
 */
record Surroundings(String identity, String nameSpaces, String language, Path java) {

	/**
	 * Looks at this process.
	 *
	 * @param home the installation
	 */
	static Surroundings ofThisProcess(Path home) throws IOException {
		return new Surroundings(Installation.identity(home), nameSpacesOfThisProcess(), System.getProperty("user.language"),
				Path.of(System.getProperty("java.home")).toRealPath());
	}

	private static String nameSpacesOfThisProcess() throws IOException {
		Map<String, Object> root = Files.readAttributes(Path.of("/"), "unix:dev,ino");
		return Files.readSymbolicLink(Path.of("/proc/self/ns/net")) + " " + Files.readSymbolicLink(Path.of("/proc/self/ns/mnt")) + " "
				+ root.get("ino");
	}

	/** {@return why the caller has to be answered by a process of its own} */
	Optional<String> difference(Request request) throws IOException {
		if (!identity.equals(request.required(Wire.IDENTITY))) {
			return Optional.of("another installation or version");
		}
		if (!nameSpaces.equals(request.required(Wire.NAME_SPACES))) {
			return Optional.of("other name spaces");
		}
		if (!language.equals(languageOf(request.required(Wire.LOCALE)))) {
			return Optional.of("another language");
		}
		Optional<String> wanted = request.text(Wire.JAVA);
		return wanted.isPresent() && !isThisJava(wanted.get()) ? Optional.of("another Java") : Optional.empty();
	}

	/** In the C locale messages are English. */
	private static String languageOf(String locale) {
		String language = locale.split("[_.@]", 2)[0];
		return language.isEmpty() || language.equals("C") || language.equals("POSIX") ? "en" : language;
	}

	private boolean isThisJava(String folderOrCommand) {
		try {
			Path wanted = Path.of(folderOrCommand).toRealPath();
			return wanted.equals(java) || wanted.equals(java.resolve("bin/java"));
		} catch (IOException | InvalidPathException e) {
			return false;
		}
	}
}
