package org.palisade.api.baseline;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.palisade.api.baseline.PackageApi.Version;

/** The API that the bundle's manifest exports and its classes define, and its form as a text. */
final class ApiListing {

	private static final Pattern EXPORT = Pattern.compile("([\\w.]+);version=\"([0-9.]+)\"");
	private static final int CONSTANT = Modifier.STATIC | Modifier.FINAL;

	private ApiListing() {
	}

	/**
	 * {@return the exported packages}
	 *
	 * @param manifest the bundle's manifest
	 * @param classes the folder of its classes
	 */
	static SortedMap<String, PackageApi> of(Path manifest, Path classes) throws IOException, ReflectiveOperationException {
		SortedMap<String, PackageApi> packages = new TreeMap<>();
		try (InputStream in = Files.newInputStream(manifest)) {
			Matcher export = EXPORT.matcher(new Manifest(in).getMainAttributes().getValue("Export-Package"));
			while (export.find()) {
				packages.put(export.group(1), new PackageApi(Version.parse(export.group(2)), signatures(export.group(1), classes)));
			}
		}
		return packages;
	}

	/** {@return the packages that {@link #toLines} has written} */
	static SortedMap<String, PackageApi> parse(List<String> lines) {
		SortedMap<String, PackageApi> packages = new TreeMap<>();
		for (String line : lines) {
			if (line.startsWith("package ")) {
				String[] words = line.split(" ");
				packages.put(words[1], new PackageApi(Version.parse(words[2]), new TreeSet<>()));
			} else if (!line.isBlank() && !line.startsWith("#")) {
				packages.get(packages.lastKey()).signatures().add(line.strip());
			}
		}
		return packages;
	}

	static List<String> toLines(SortedMap<String, PackageApi> packages) {
		return packages.entrySet().stream().flatMap(entry -> Stream.concat(Stream.of("package " + entry.getKey() + " " + entry.getValue().version()),
				entry.getValue().signatures().stream().map(signature -> "\t" + signature))).toList();
	}

	private static SortedSet<String> signatures(String name, Path classes) throws IOException, ReflectiveOperationException {
		SortedSet<String> signatures = new TreeSet<>();
		try (Stream<Path> files = Files.list(classes.resolve(name.replace('.', '/')))) {
			for (Path file : files.toList()) {
				String fileName = file.getFileName().toString();
				if (fileName.endsWith(".class") && !fileName.equals("package-info.class")) {
					add(Class.forName(name + "." + fileName.substring(0, fileName.length() - ".class".length())), signatures);
				}
			}
		}
		return signatures;
	}

	private static void add(Class<?> type, SortedSet<String> signatures) {
		if (!isVisible(type)) {
			return;
		}
		signatures.add(type.getName() + " is " + describe(type));
		Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods()).flatMap(Arrays::stream)
				.filter(member -> isVisible(member.getModifiers()) && !member.isSynthetic())
				.forEach(member -> signatures.add(type.getName() + " has " + describe(member)));
	}

	private static boolean isVisible(Class<?> type) {
		return !type.isAnonymousClass() && !type.isLocalClass() && isVisible(type.getModifiers())
				&& (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
	}

	private static boolean isVisible(int modifiers) {
		return (modifiers & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
	}

	private static String describe(Class<?> type) {
		String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
		String permitted = type.isSealed() ? " permits " + names(type.getPermittedSubclasses()) : "";
		return Modifier.toString(type.getModifiers() & ~Modifier.INTERFACE) + " " + kind + " extends " + type.getGenericSuperclass() + " implements "
				+ names(type.getGenericInterfaces()) + permitted;
	}

	private static String names(Type[] types) {
		return Arrays.stream(types).map(Type::getTypeName).sorted().collect(Collectors.joining(", ", "(", ")"));
	}

	/** A constant's value is part of the API: it is compiled into whoever uses it. */
	private static String describe(Member member) {
		if (member instanceof Field field) {
			boolean constant = (field.getModifiers() & CONSTANT) == CONSTANT && (field.getType().isPrimitive() || field.getType() == String.class);
			return field.toGenericString() + (constant ? " = " + valueOf(field) : "");
		}
		return member instanceof Executable executable ? executable.toGenericString() : member.toString();
	}

	private static Object valueOf(Field field) {
		try {
			return field.get(null);
		} catch (IllegalAccessException e) {
			throw new IllegalStateException(e);
		}
	}
}
