package org.palisade.sbom;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The files with code in something that is shipped. */
final class ShippedFiles {

	private ShippedFiles() {
	}

	static List<Path> of(Path folder) throws IOException {
		List<Path> found = new ArrayList<>();
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
				return visited.equals(folder.resolve("p2")) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				String name = file.getFileName().toString();
				boolean describesTheRepository = file.getParent().equals(folder) && (name.equals("artifacts.jar") || name.equals("content.jar"));
				if ((name.endsWith(".jar") || name.endsWith(".so")) && !describesTheRepository) {
					found.add(file);
				}
				return FileVisitResult.CONTINUE;
			}
		});
		return found;
	}
}
