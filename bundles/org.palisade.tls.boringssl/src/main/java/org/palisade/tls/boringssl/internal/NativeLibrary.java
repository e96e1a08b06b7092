package org.palisade.tls.boringssl.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import io.netty.internal.tcnative.Library;

/**
 * The library that an installation holds for this machine. It is loaded from where it lies and never unpacked to a temporary folder, which others
 * may write and which is often mounted so that nothing in it can be run.
 */
final class NativeLibrary {

	/** System property: {@code java} keeps to the Java platform's TLS. */
	static final String CHOICE = "palisade.tls";
	/** System property: the folder with the libraries; that of the installation unless given. */
	static final String FOLDER = "palisade.tls.folder";
	private static final String HOME = "palisade.home";
	/** An administrator who narrows the versions, or whose machine is in FIPS mode, means the platform's TLS. */
	private static final String PLATFORM_PROTOCOLS = "jdk.tls.client.protocols";
	private static final Path FIPS = Path.of("/proc/sys/crypto/fips_enabled");

	/** How every file of that format begins. */
	private static final byte[] ELF = { 0x7f, 'E', 'L', 'F' };

	private NativeLibrary() {
	}

	/** {@return whether it could be loaded} */
	static boolean load() {
		if ("java".equals(System.getProperty(CHOICE)) || System.getProperty(PLATFORM_PROTOCOLS) != null || isFips()) {
			return false;
		}
		Optional<Path> file = file();
		if (file.isEmpty() || !isLibrary(file.get())) {
			return false;
		}
		try {
			System.load(file.get().toString());
			// It is loaded already; the library's own loader would unpack another one.
			return Library.initialize("provided", null);
		} catch (Exception | LinkageError unusable) {
			// Another C library than it was built for, or a mount that forbids it: the platform's TLS does as well, more slowly.
			System.getLogger(NativeLibrary.class.getName()).log(System.Logger.Level.DEBUG, "no BoringSSL", unusable);
			return false;
		}
	}

	private static Optional<Path> file() {
		String name = switch (System.getProperty("os.name") + " " + System.getProperty("os.arch")) {
			case "Linux amd64" -> "libnetty_tcnative_linux_x86_64.so";
			case "Linux aarch64" -> "libnetty_tcnative_linux_aarch_64.so";
			default -> null;
		};
		String folder = System.getProperty(FOLDER);
		String home = System.getProperty(HOME);
		if (name == null || folder == null && home == null) {
			return Optional.empty();
		}
		return Optional.of((folder != null ? Path.of(folder) : Path.of(home, "lib")).toAbsolutePath().resolve(name));
	}

	/** The Java virtual machine takes any other file for a library that endangers its stack, and says so on standard error. */
	private static boolean isLibrary(Path file) {
		if (!Files.isReadable(file)) {
			return false;
		}
		try (InputStream in = Files.newInputStream(file)) {
			return Arrays.equals(in.readNBytes(ELF.length), ELF);
		} catch (IOException unreadable) {
			return false;
		}
	}

	private static boolean isFips() {
		try {
			return Files.isReadable(FIPS) && Files.readString(FIPS).startsWith("1");
		} catch (IOException unreadable) {
			return false;
		}
	}
}
