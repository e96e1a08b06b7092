package org.palisade.acceptance.support;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a class file says of a class (Java Virtual Machine Specification, chapter 4), read without loading it: what it is built on need not be there.
 *
 * @param name its name, with slashes, as all names here
 * @param superclass the name of its superclass
 * @param interfaces the names of the interfaces that it names itself
 * @param methods the methods that it declares and that are not static, each with its descriptor
 * @param called the interfaces whose methods it calls, or refers to
 */
public record ClassFile(String name, String superclass, List<String> interfaces, Set<String> methods, Set<String> called) {

	private static final int STATIC = 0x0008;

	/** Keeps copies. */
	public ClassFile {
		interfaces = List.copyOf(interfaces);
		methods = Set.copyOf(methods);
		called = Set.copyOf(called);
	}

	/** {@return what that file says} */
	public static ClassFile read(Path file) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
			in.skipNBytes(8);
			Constants constants = Constants.read(in);
			in.readUnsignedShort();
			String name = constants.className(in.readUnsignedShort());
			String superclass = constants.className(in.readUnsignedShort());
			List<String> interfaces = new ArrayList<>();
			for (int left = in.readUnsignedShort(); left > 0; left--) {
				interfaces.add(constants.className(in.readUnsignedShort()));
			}
			members(in, constants);
			return new ClassFile(name, superclass, interfaces, members(in, constants), constants.calledInterfaces());
		}
	}

	/** Fields and methods are written alike. */
	private static Set<String> members(DataInputStream in, Constants constants) throws IOException {
		Set<String> members = new TreeSet<>();
		for (int left = in.readUnsignedShort(); left > 0; left--) {
			int access = in.readUnsignedShort();
			String member = constants.text(in.readUnsignedShort()) + constants.text(in.readUnsignedShort());
			if ((access & STATIC) == 0) {
				members.add(member);
			}
			for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
				in.readUnsignedShort();
				in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
			}
		}
		return members;
	}

	/**
	 * The constant pool.
	 *
	 * @param texts the texts, by their index
	 * @param references for a class the index of its name, for a method of an interface that of the interface
	 * @param ofInterfaces the indexes of interfaces whose methods are referred to
	 */
	private record Constants(String[] texts, int[] references, List<Integer> ofInterfaces) {

		static Constants read(DataInputStream in) throws IOException {
			int count = in.readUnsignedShort();
			Constants constants = new Constants(new String[count], new int[count], new ArrayList<>());
			for (int i = 1; i < count; i++) {
				int tag = in.readUnsignedByte();
				switch (tag) {
					case 1 -> constants.texts[i] = in.readUTF();
					case 3, 4, 9, 10, 12, 17, 18 -> in.skipNBytes(4);
					case 5, 6 -> {
						in.skipNBytes(8);
						// Takes two places.
						i++;
					}
					case 7 -> constants.references[i] = in.readUnsignedShort();
					case 8, 16, 19, 20 -> in.skipNBytes(2);
					case 11 -> {
						constants.ofInterfaces.add(in.readUnsignedShort());
						in.skipNBytes(2);
					}
					case 15 -> in.skipNBytes(3);
					default -> throw new IOException("a constant of kind " + tag);
				}
			}
			return constants;
		}

		String text(int index) {
			return texts[index];
		}

		/** That of no class, which java.lang.Object and modules have, is empty. */
		String className(int index) {
			return index == 0 ? "" : texts[references[index]];
		}

		Set<String> calledInterfaces() {
			Set<String> called = new TreeSet<>();
			ofInterfaces.forEach(index -> called.add(className(index)));
			return called;
		}
	}
}
