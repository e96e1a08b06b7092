package org.palisade.transport.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;

/** A file of certificates in PEM form. */
public final class CertificateFile {

	private CertificateFile() {
	}

	/**
	 * {@return the certificates in the file, at least one}
	 *
	 * @throws FenceException of kind OPTION when there is none or the file cannot be read
	 */
	public static Collection<? extends Certificate> read(Path file) throws FenceException {
		try {
			byte[] content = Files.readAllBytes(file);
			var certificates = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content));
			if (!certificates.isEmpty()) {
				return certificates;
			}
		} catch (IOException | GeneralSecurityException unusable) {
			throw unusable(file);
		}
		throw unusable(file);
	}

	private static FenceException unusable(Path file) {
		return new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.ca_file_unusable, file), Messages.ca_file_advice);
	}
}
