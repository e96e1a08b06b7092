package org.palisade.sbom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Where Maven Central has something.
 *
 * @param group the group
 * @param artifact the artifact in it
 * @param version its version
 * @param classifier empty when it has none
 */
record Coordinates(String group, String artifact, String version, String classifier) {

	/** Our own, as the build knows them. */
	private static final String OURS = "org.palisade";

	/**
	 * {@return the coordinates of bundles that are not ours, by their symbolic names} p2 notes where it got each of them.
	 *
	 * @param repositories jars that hold p2's {@code artifacts.xml}
	 */
	static Map<String, Coordinates> read(List<Path> repositories) throws IOException {
		Map<String, Coordinates> found = new HashMap<>();
		for (Path repository : repositories) {
			read(repository, found);
		}
		return found;
	}

	private static void read(Path repository, Map<String, Coordinates> found) throws IOException {
		try (ZipFile zip = new ZipFile(repository.toFile()); InputStream in = zip.getInputStream(zip.getEntry("artifacts.xml"))) {
			XMLInputFactory factory = XMLInputFactory.newInstance();
			factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
			XMLStreamReader reader = factory.createXMLStreamReader(in);
			while (reader.hasNext()) {
				if (reader.next() == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("artifact")) {
					readArtifact(reader, found);
				}
			}
		} catch (XMLStreamException e) {
			throw new IOException(repository.toString(), e);
		}
	}

	private static void readArtifact(XMLStreamReader reader, Map<String, Coordinates> found) throws XMLStreamException {
		String id = reader.getAttributeValue(null, "id");
		Map<String, String> properties = new HashMap<>();
		while (!(reader.next() == XMLStreamReader.END_ELEMENT && reader.getLocalName().equals("artifact"))) {
			if (reader.isStartElement() && reader.getLocalName().equals("property")) {
				properties.put(reader.getAttributeValue(null, "name"), reader.getAttributeValue(null, "value"));
			}
		}
		// A jar that is no bundle is wrapped in one.
		for (String prefix : List.of("maven-", "maven-wrapped-")) {
			String group = properties.get(prefix + "groupId");
			if (group != null && !group.startsWith(OURS)) {
				found.put(id, new Coordinates(group, properties.get(prefix + "artifactId"), properties.get(prefix + "version"),
						properties.getOrDefault(prefix + "classifier", "")));
			}
		}
	}

	/** {@return the package URL} */
	String url() {
		return "pkg:maven/" + group + "/" + artifact + "@" + version + "?" + (classifier.isEmpty() ? "" : "classifier=" + classifier + "&")
				+ "type=jar";
	}
}
