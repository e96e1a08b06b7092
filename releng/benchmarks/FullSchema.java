import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;

/**
 * Fills the simulator's own WSDL up with every data type and enumeration of the vSphere API that yavijava has a class for, so that a client
 * made from a WSDL at run time reads one of about the size that a vCenter serves. Prints it.
 *
 * <p>Run by {@code java -cp yavijava.jar FullSchema.java yavijava.jar vimService.wsdl}.
 */
final class FullSchema {

	private static final String PACKAGE = "com.vmware.vim25";
	private static final Map<Class<?>, String> SCHEMA_TYPES = Map.ofEntries(Map.entry(String.class, "string"), Map.entry(boolean.class, "boolean"),
			Map.entry(Boolean.class, "boolean"), Map.entry(int.class, "int"), Map.entry(Integer.class, "int"), Map.entry(long.class, "long"),
			Map.entry(Long.class, "long"), Map.entry(short.class, "short"), Map.entry(Short.class, "short"), Map.entry(byte.class, "byte"),
			Map.entry(Byte.class, "byte"), Map.entry(float.class, "float"), Map.entry(Float.class, "float"), Map.entry(double.class, "double"),
			Map.entry(Double.class, "double"), Map.entry(Calendar.class, "dateTime"), Map.entry(Object.class, "anyType"));

	private final String restricted;
	private final Map<String, Class<?>> types = new TreeMap<>();
	private final TreeSet<String> arrays = new TreeSet<>();
	private final StringBuilder schema = new StringBuilder();

	private FullSchema(Path jar, String restricted) throws IOException, ReflectiveOperationException {
		this.restricted = restricted;
		try (JarFile classes = new JarFile(jar.toFile())) {
			for (String entry : classes.stream().map(Object::toString).filter(FullSchema::isInThePackage).toList()) {
				Class<?> type = Class.forName(entry.substring(0, entry.length() - ".class".length()).replace('/', '.'), false,
						FullSchema.class.getClassLoader());
				if (type.isEnum() || isData(type)) {
					types.put(type.getSimpleName(), type);
				}
			}
		}
	}

	public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
		if (arguments.length != 2) {
			System.err.println("usage: java -cp yavijava.jar FullSchema.java yavijava.jar vimService.wsdl");
			System.exit(1);
		}
		System.out.print(new FullSchema(Path.of(arguments[0]), Files.readString(Path.of(arguments[1]))).write());
	}

	private static boolean isInThePackage(String entry) {
		String folder = PACKAGE.replace('.', '/') + "/";
		return entry.startsWith(folder) && entry.endsWith(".class") && entry.indexOf('/', folder.length()) < 0 && entry.indexOf('$') < 0;
	}

	private static boolean isData(Class<?> type) {
		for (Class<?> each = type; each != null; each = each.getSuperclass()) {
			if (List.of("DynamicData", "MethodFault").contains(each.getSimpleName())) {
				return true;
			}
		}
		return false;
	}

	private String write() {
		for (Class<?> type : types.values()) {
			if (!restricted.contains("Type name=\"" + type.getSimpleName() + "\"")) {
				if (type.isEnum()) {
					enumeration(type);
				} else {
					data(type);
				}
			}
		}
		for (String array : arrays) {
			schema.append("<complexType name=\"ArrayOf").append(Character.toUpperCase(array.charAt(0))).append(array.substring(1))
					.append("\"><sequence>");
			element(array, "vim25:" + array, true);
			schema.append("</sequence></complexType>\n");
		}
		int end = restricted.indexOf("    </schema>");
		return restricted.substring(0, end) + schema + restricted.substring(end);
	}

	private void enumeration(Class<?> type) {
		schema.append("<simpleType name=\"").append(type.getSimpleName()).append("\"><restriction base=\"xsd:string\">");
		for (Object constant : type.getEnumConstants()) {
			schema.append("<enumeration value=\"").append(constant).append("\"/>");
		}
		schema.append("</restriction></simpleType>\n");
	}

	private void data(Class<?> type) {
		schema.append("<complexType name=\"").append(type.getSimpleName()).append("\">");
		Class<?> superType = type.getSuperclass();
		boolean extended = types.containsKey(superType.getSimpleName());
		if (extended) {
			schema.append("<complexContent><extension base=\"vim25:").append(superType.getSimpleName()).append("\">");
			arrays.add(type.getSimpleName());
		}
		schema.append("<sequence>");
		for (Field field : type.getDeclaredFields()) {
			if (!Modifier.isStatic(field.getModifiers())) {
				property(field);
			}
		}
		schema.append("</sequence>").append(extended ? "</extension></complexContent>" : "").append("</complexType>\n");
	}

	private void property(Field field) {
		Class<?> type = field.getType().isArray() ? field.getType().getComponentType() : field.getType();
		String name = type.getSimpleName();
		String qualified = SCHEMA_TYPES.containsKey(type) ? "xsd:" + SCHEMA_TYPES.get(type)
				: "vim25:" + (types.containsKey(name) || name.equals("ManagedObjectReference") ? name : "DynamicData");
		element(field.getName(), qualified, field.getType().isArray());
	}

	private void element(String name, String type, boolean array) {
		schema.append("<element name=\"").append(name).append("\" type=\"").append(type).append("\" minOccurs=\"0\"")
				.append(array ? " maxOccurs=\"unbounded\"/>" : "/>");
	}
}
