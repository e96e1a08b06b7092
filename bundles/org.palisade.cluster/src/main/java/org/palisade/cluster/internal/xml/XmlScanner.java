package org.palisade.cluster.internal.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.palisade.cluster.internal.text.LineIndex;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.TextRange;

/** Finds the elements and attributes in a text that is known to be well-formed and without a document type. */
final class XmlScanner {

	private final String text;
	private final LineIndex lines;
	private final List<TextRange> comments = new ArrayList<>();
	private final Deque<XmlElement> open = new ArrayDeque<>();
	private XmlElement root;
	private int at;

	private XmlScanner(String text) {
		this.text = text;
		this.lines = new LineIndex(text);
	}

	static XmlDocument scan(String text) throws ClusterSyntaxException {
		XmlScanner scanner = new XmlScanner(text);
		try {
			scanner.scan();
		} catch (IndexOutOfBoundsException e) {
			throw new ClusterSyntaxException(0, Messages.not_understood);
		}
		if (scanner.root == null || !scanner.open.isEmpty()) {
			throw new ClusterSyntaxException(0, Messages.not_understood);
		}
		return new XmlDocument(scanner.root, scanner.comments, scanner.lines);
	}

	private void scan() {
		for (at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
			if (text.startsWith("<!--", at)) {
				int start = at;
				at = endOf("-->", at + 4);
				comments.add(lines.range(start, at));
			} else if (text.startsWith("<![CDATA[", at)) {
				at = endOf("]]>", at + 9);
			} else if (text.startsWith("<?", at)) {
				at = endOf("?>", at + 2);
			} else if (text.startsWith("</", at)) {
				endTag();
			} else {
				startTag();
			}
		}
	}

	private int endOf(String terminator, int from) {
		int found = text.indexOf(terminator, from);
		if (found < 0) {
			throw new IndexOutOfBoundsException();
		}
		return found + terminator.length();
	}

	private void endTag() {
		int start = at;
		at = endOf(">", at);
		if (open.isEmpty()) {
			throw new IndexOutOfBoundsException();
		}
		open.pop().closeAt(start, at);
	}

	private void startTag() {
		int start = at++;
		String name = name();
		List<XmlAttribute> attributes = new ArrayList<>();
		int afterLast = at;
		skipWhiteSpace();
		while (text.charAt(at) != '>' && text.charAt(at) != '/') {
			attributes.add(attribute(afterLast));
			afterLast = at;
			skipWhiteSpace();
		}
		boolean empty = text.charAt(at) == '/';
		at += empty ? 2 : 1;
		XmlElement element = new XmlElement(name, attributes, lines.range(start, at));
		if (open.isEmpty()) {
			root = element;
		} else {
			open.peek().add(element);
		}
		if (!empty) {
			open.push(element);
		}
	}

	private XmlAttribute attribute(int whiteSpaceStart) {
		int nameStart = at;
		String name = name();
		int nameEnd = at;
		skipWhiteSpace();
		at++;
		skipWhiteSpace();
		char quote = text.charAt(at++);
		int valueStart = at;
		at = endOf(String.valueOf(quote), at);
		int valueEnd = at - 1;
		return new XmlAttribute(name, XmlEscapes.decode(text.substring(valueStart, valueEnd)), lines.range(whiteSpaceStart, at),
				lines.range(nameStart, nameEnd), lines.range(valueStart, valueEnd));
	}

	private String name() {
		int start = at;
		while (!isWhiteSpace(text.charAt(at)) && "=/>".indexOf(text.charAt(at)) < 0) {
			at++;
		}
		return text.substring(start, at);
	}

	private void skipWhiteSpace() {
		while (isWhiteSpace(text.charAt(at))) {
			at++;
		}
	}

	private static boolean isWhiteSpace(char c) {
		return c == ' ' || c == '\t' || c == '\n' || c == '\r';
	}
}
