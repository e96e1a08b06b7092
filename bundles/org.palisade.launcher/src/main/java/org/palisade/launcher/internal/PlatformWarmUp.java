package org.palisade.launcher.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.xml.sax.SAXException;

/**
 * Has the Java platform do for the first time what is needed of it later, in a thread of its own while the framework starts: the parser of component
 * descriptions and, for a request to a server, to make a calendar, to read XML and to compute a digest, each of which takes it tens of milliseconds once.
 * Nothing depends on it; what it has not done when it is needed is done then.
 */
final class PlatformWarmUp implements Runnable {

	private static final byte[] DOCUMENT = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a:b xmlns:a=\"c\" d=\"e\">f</a:b>".getBytes(StandardCharsets.UTF_8);

	private final boolean request;

	private PlatformWarmUp(boolean request) {
		this.request = request;
	}

	/**
	 * Begins.
	 *
	 * @param request whether a server is likely to be asked something
	 */
	static void start(boolean request) {
		Thread thread = new Thread(new PlatformWarmUp(request), "Warm-up");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void run() {
		try {
			new OneParserFactory().newSAXParser();
			if (request) {
				new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT).getTimeInMillis();
				readXml();
				MessageDigest.getInstance("SHA-256").digest(DOCUMENT);
			}
		} catch (ParserConfigurationException | SAXException | XMLStreamException | NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform can do this", e);
		}
	}

	private static void readXml() throws XMLStreamException {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(DOCUMENT));
		while (reader.hasNext()) {
			reader.next();
		}
		reader.close();
	}
}
