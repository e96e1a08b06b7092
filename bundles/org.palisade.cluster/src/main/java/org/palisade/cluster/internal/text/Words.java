package org.palisade.cluster.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.InsertionPoint;
import org.palisade.cluster.model.OptionValue;
import org.palisade.cluster.model.TextRange;

/** Words as options and as names of devices, and how they are quoted. */
public final class Words {

	/** What needs no quotes in a shell, as Python's shlex.quote sees it, which pcs uses. */
	private static final Pattern SAFE_IN_SHELL = Pattern.compile("[\\w@%+=:,./-]+", Pattern.UNICODE_CHARACTER_CLASS);
	private static final Pattern SAFE_IN_CRMSH = Pattern.compile("[\\w@%+:,./*!-]+", Pattern.UNICODE_CHARACTER_CLASS);

	private Words() {
	}

	/** {@return an option that is written as one word} */
	public static ClusterOption option(Word word) {
		return new ClusterOption(word.name(), OptionValue.of(word.name(), word.value()),
				new ClusterOption.Place(word.whole(), word.where(), word.where()));
	}

	/** {@return the devices that a word names, separated by commas} */
	public static List<DeviceUse> uses(Word word) {
		List<DeviceUse> uses = new ArrayList<>();
		int at = 0;
		for (String name : word.text().split(",", -1)) {
			if (!name.isEmpty()) {
				uses.add(new DeviceUse(name, List.of(), InsertionPoint.NONE, part(word, at, name.length())));
			}
			at += name.length() + 1;
		}
		return uses;
	}

	/** {@return where a part of a word is written, all of it when it is quoted and the part cannot be told} */
	public static TextRange part(Word word, int start, int length) {
		boolean quoted = word.where().length() != word.text().length();
		return quoted ? word.where() : new TextRange(word.where().offset() + start, length, word.where().line());
	}

	/** {@return a word as it is written in a shell} */
	public static String inShell(String word) {
		return SAFE_IN_SHELL.matcher(word).matches() ? word : "'" + word.replace("'", "'\"'\"'") + "'";
	}

	/** {@return an option as it is written in crmsh} */
	public static String inCrmsh(String name, String value) {
		return name + "=" + (SAFE_IN_CRMSH.matcher(value).matches() ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
	}
}
