package org.palisade.launcher.internal;

/**
 * While it is open, whoever asks the platform for an XML parser gets the same one each time. The component runtime makes one for each component
 * description, which costs several times what it costs to parse it. For the start of the built-in bundles, which are started by one thread and use no
 * such parser themselves.
 */
final class OneParser implements AutoCloseable {

	private static final String FACTORY = "javax.xml.parsers.SAXParserFactory";

	private final String before;

	private OneParser(String before) {
		this.before = before;
	}

	static OneParser forComponents() {
		String before = System.getProperty(FACTORY);
		System.setProperty(FACTORY, OneParserFactory.class.getName());
		return new OneParser(before);
	}

	@Override
	public void close() {
		if (before == null) {
			System.clearProperty(FACTORY);
		} else {
			System.setProperty(FACTORY, before);
		}
	}
}
