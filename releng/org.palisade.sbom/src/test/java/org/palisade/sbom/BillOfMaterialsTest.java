package org.palisade.sbom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.cyclonedx.exception.ParseException;
import org.cyclonedx.model.Component;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bills of materials: valid by the schema of CycloneDX, and true. */
class BillOfMaterialsTest {

	@TempDir
	Path temporary;

	private static Path folder(String shipped) {
		return Path.of(System.getProperty("palisade." + shipped));
	}

	private static Path bill(String shipped) {
		return folder(shipped).resolve("sbom.cdx.json");
	}

	private static List<Component> components(String shipped) throws ParseException {
		return new JsonParser().parse(bill(shipped).toFile()).getComponents();
	}

	private static String path(Component component) {
		return component.getProperties().stream().filter(property -> property.getName().equals(BillOfMaterials.PATH)).findFirst().orElseThrow().getValue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "agent", "workbench", "repository" })
	void isValid(String shipped) throws IOException {
		assertEquals(List.of(), new JsonParser().validate(bill(shipped).toFile(), BillOfMaterials.FORM));

		Path spoilt = Files.writeString(temporary.resolve("spoilt.json"), Files.readString(bill(shipped)).replace("\"library\"", "\"a library\""));
		assertFalse(new JsonParser().validate(spoilt.toFile(), BillOfMaterials.FORM).isEmpty());
	}

	/** File by file, by another walk than the one that made the bill. */
	@ParameterizedTest
	@ValueSource(strings = { "agent", "workbench", "repository" })
	void listsExactlyWhatIsThere(String shipped) throws IOException, ParseException {
		Map<String, String> there = new TreeMap<>();
		for (Path file : ShippedFiles.of(folder(shipped))) {
			there.put(folder(shipped).relativize(file).toString(), PartReader.sha256(file));
		}
		Map<String, String> listed = new TreeMap<>();
		for (Component component : components(shipped)) {
			listed.put(path(component), component.getHashes().get(0).getValue());
		}
		assertEquals(there, listed);
		assertTrue(listed.size() > 25, listed::toString);
	}

	@ParameterizedTest
	@ValueSource(strings = { "agent", "workbench", "repository" })
	void tellsVersionAndLicenceOfEach(String shipped) throws ParseException {
		for (Component component : components(shipped)) {
			assertFalse(component.getVersion().isBlank(), component.getName());
			assertFalse(component.getLicenses().getExpression().getValue().isBlank(), component.getName());
		}
	}

	/** The workbench has parts of p2 of which p2 does not say where they are from. */
	@ParameterizedTest
	@ValueSource(strings = { "agent", "repository" })
	void tellsWhereEachThatIsNotOursIsFrom(String shipped) throws ParseException {
		Stream<Component> foreign = components(shipped).stream().filter(component -> !component.getName().startsWith("org.palisade."));
		assertEquals(List.of(), foreign.filter(component -> component.getPurl() == null).map(Component::getName).toList());
	}
}
