package org.palisade.cluster.internal.xml;

import java.util.Random;

/** Makes well-formed XML of every kind that the scanner has to find its way through. */
final class RandomXml {

	private static final String[] VALUES = { "", "plain", "a &amp; b", "&lt;x&gt;", "it&apos;s", "&quot;", "&#65;&#x42;", "tab\there", "line\nbreak", "cr\r\nlf",
			"&#10;", "\u00e4\u4e2d\ud83d\ude00", "a=b", "/>", ">" };
	private static final String[] CONTENTS = { "", "\n  ", "text > more", "<!-- <a b='c'/> -->", "<![CDATA[ <a> </b> ]]>", "<?target <a b='>'?>", "&amp;" };

	private RandomXml() {
	}

	static String element(Random random, int depth) {
		StringBuilder text = new StringBuilder("<e").append(depth);
		int attributes = random.nextInt(4);
		for (int i = 0; i < attributes; i++) {
			char quote = random.nextBoolean() ? '"' : '\'';
			text.append(pick(random, " ", "\n\t", "  ")).append("a").append(i).append(pick(random, "=", " = ", "=\n")).append(quote)
					.append(pick(random, VALUES)).append(quote);
		}
		text.append(pick(random, "", " ", "\n"));
		if (depth > 4 || random.nextInt(4) == 0) {
			return text.append("/>").toString();
		}
		text.append('>').append(pick(random, CONTENTS));
		int children = random.nextInt(4);
		for (int i = 0; i < children; i++) {
			text.append(element(random, depth + 1)).append(pick(random, CONTENTS));
		}
		return text.append("</e").append(depth).append(pick(random, "", " ")).append('>').toString();
	}

	private static String pick(Random random, String... values) {
		return values[random.nextInt(values.length)];
	}
}
