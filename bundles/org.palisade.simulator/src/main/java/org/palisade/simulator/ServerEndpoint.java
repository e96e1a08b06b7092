package org.palisade.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the simulated server listens and how it shows itself.
 *
 * @param host host name or address to listen on
 * @param port TCP port of the SOAP endpoint, 0 for any free one
 * @param controlPort TCP port of the control endpoint, which always is on the loopback interface, 0 for any free one
 * @param plainHttp speaks HTTP without TLS
 * @param certificate which certificate to make
 * @param certificateFile where to leave the certificate as PEM; empty: in a temporary file that goes when the server is closed
 * @param wsdlFile what to serve as vimService.wsdl; empty: our own, which is restricted to what Debian's fence_vmware_soap calls
 */
public record ServerEndpoint(String host, int port, int controlPort, boolean plainHttp, CertificateKind certificate,
		Optional<Path> certificateFile, Optional<Path> wsdlFile) {

	/** @throws IllegalArgumentException when a port is not in the range 0 to 65535, or the WSDL cannot be read */
	public ServerEndpoint {
		Objects.requireNonNull(host, "host");
		Objects.requireNonNull(certificate, "certificate");
		Objects.requireNonNull(certificateFile, "certificateFile");
		checkPort(port);
		checkPort(controlPort);
		if (wsdlFile.isPresent() && !Files.isReadable(wsdlFile.get())) {
			throw new IllegalArgumentException("wsdlFile: there is no readable file " + wsdlFile.get());
		}
	}

	private static void checkPort(int port) {
		if (port < 0 || port > 65535) {
			throw new IllegalArgumentException("port: " + port + " is not in the range 0 to 65535");
		}
	}
}
