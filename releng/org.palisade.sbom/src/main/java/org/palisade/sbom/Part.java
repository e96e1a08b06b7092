package org.palisade.sbom;

import java.util.Optional;

/**
 * Something that is shipped.
 *
 * @param file its path below the folder that is listed, which tells it from the others
 * @param name a bundle's symbolic name, else that of the library
 * @param version its version
 * @param coordinates where Maven Central has it; empty for what is ours
 * @param licence an SPDX expression
 * @param sha256 of the file as it is shipped, hexadecimal
 */
record Part(String file, String name, String version, Optional<Coordinates> coordinates, String licence, String sha256) {
}
