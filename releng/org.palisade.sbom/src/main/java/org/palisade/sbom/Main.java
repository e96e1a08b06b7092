package org.palisade.sbom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.cyclonedx.exception.GeneratorException;

/** Writes a bill of materials. Arguments: name, folder to list, the file to write, and p2's artifacts.jar of where the parts are from, one or more. */
public final class Main {

	private Main() {
	}

	public static void main(String[] arguments) throws IOException, GeneratorException {
		Path folder = Path.of(arguments[1]);
		if (!Files.isDirectory(folder)) {
			System.out.println("no bill of materials of " + arguments[0] + ", which this build leaves out");
			return;
		}
		List<Path> repositories = Stream.of(arguments).skip(3).map(Path::of).filter(Files::exists).toList();
		List<Part> parts = new PartReader(Coordinates.read(repositories)).read(folder);
		Files.writeString(Path.of(arguments[2]), BillOfMaterials.of(arguments[0], parts));
	}
}
