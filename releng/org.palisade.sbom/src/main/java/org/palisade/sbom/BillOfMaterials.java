package org.palisade.sbom;

import java.util.List;

import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.Property;
import org.cyclonedx.model.license.Expression;

/** Parts as a CycloneDX document. It has no serial number and no date: equal parts make equal bills. */
final class BillOfMaterials {

	/** The property that tells where in the folder a part lies. */
	static final String PATH = "palisade:path";
	/** The version of the document's form. */
	static final Version FORM = Version.VERSION_16;

	private BillOfMaterials() {
	}

	/** {@return the document, in JSON} */
	static String of(String name, List<Part> parts) throws GeneratorException {
		Component shipped = new Component();
		shipped.setType(Component.Type.APPLICATION);
		shipped.setName(name);
		shipped.setVersion(parts.stream().filter(part -> part.name().startsWith("org.palisade.")).findFirst().orElseThrow().version());
		shipped.setLicenses(licence(Licences.OURS));
		Metadata metadata = new Metadata();
		metadata.setTimestamp(null);
		metadata.setComponent(shipped);
		Bom bill = new Bom();
		bill.setMetadata(metadata);
		parts.forEach(part -> bill.addComponent(component(part)));
		return BomGeneratorFactory.createJson(FORM, bill).toJsonString();
	}

	private static Component component(Part part) {
		Component component = new Component();
		component.setType(Component.Type.LIBRARY);
		component.setBomRef(part.file());
		component.setName(part.name());
		component.setVersion(part.version());
		component.setLicenses(licence(part.licence()));
		component.addHash(new Hash(Hash.Algorithm.SHA_256, part.sha256()));
		part.coordinates().ifPresent(from -> {
			component.setGroup(from.group());
			component.setPurl(from.url());
		});
		Property path = new Property();
		path.setName(PATH);
		path.setValue(part.file());
		component.addProperty(path);
		return component;
	}

	private static LicenseChoice licence(String expression) {
		LicenseChoice choice = new LicenseChoice();
		choice.setExpression(new Expression(expression));
		return choice;
	}
}
