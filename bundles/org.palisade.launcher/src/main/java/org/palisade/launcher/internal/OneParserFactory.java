package org.palisade.launcher.internal;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;

import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;

/** The platform's own XML parser, made once. Public, because the platform makes it by its name; see {@link OneParser}. */
public final class OneParserFactory extends SAXParserFactory {

	private static SAXParser parser;

	private final SAXParserFactory platform = SAXParserFactory.newDefaultInstance();

	@Override
	public SAXParser newSAXParser() throws ParserConfigurationException, SAXException {
		synchronized (OneParserFactory.class) {
			if (parser == null) {
				platform.setNamespaceAware(true);
				parser = platform.newSAXParser();
			}
			return parser;
		}
	}

	@Override
	public void setFeature(String name, boolean value) throws ParserConfigurationException, SAXNotRecognizedException, SAXNotSupportedException {
		throw new SAXNotSupportedException(name);
	}

	@Override
	public boolean getFeature(String name) throws ParserConfigurationException, SAXNotRecognizedException, SAXNotSupportedException {
		return platform.getFeature(name);
	}
}
