package org.palisade.simulator.internal.soap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The description of the SOAP API: our own, restricted to what Debian's fence_vmware_soap calls, or a file. Thread-safe.
 *
 * @param file what to serve in place of our own
 */
public record Wsdl(Optional<Path> file) {

	/** The document's name. */
	public static final String NAME = "vimService.wsdl";

	/** Writes it. */
	public void write(OutputStream out) throws IOException {
		if (file.isPresent()) {
			Files.copy(file.get(), out);
			return;
		}
		try (InputStream own = Wsdl.class.getResourceAsStream(NAME)) {
			own.transferTo(out);
		}
	}
}
