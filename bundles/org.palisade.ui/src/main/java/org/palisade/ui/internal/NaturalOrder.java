package org.palisade.ui.internal;

import java.util.Comparator;

/** The order of names as people read them: upper and lower case are the same, and {@code node9} is before {@code node10}. */
public final class NaturalOrder implements Comparator<String> {

	/** There need be only one. */
	public static final NaturalOrder INSTANCE = new NaturalOrder();

	private NaturalOrder() {
	}

	@Override
	public int compare(String one, String other) {
		int i = 0;
		int j = 0;
		while (i < one.length() && j < other.length()) {
			int difference;
			if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
				int endOfOne = endOfNumber(one, i);
				int endOfOther = endOfNumber(other, j);
				difference = compareNumbers(one, i, endOfOne, other, j, endOfOther);
				i = endOfOne;
				j = endOfOther;
			} else {
				difference = Character.toLowerCase(one.charAt(i++)) - Character.toLowerCase(other.charAt(j++));
			}
			if (difference != 0) {
				return difference;
			}
		}
		int rest = (one.length() - i) - (other.length() - j);
		return rest != 0 ? rest : one.compareTo(other);
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static int endOfNumber(String text, int start) {
		int end = start;
		while (end < text.length() && isDigit(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static int compareNumbers(String one, int startOfOne, int endOfOne, String other, int startOfOther, int endOfOther) {
		int i = skipZeros(one, startOfOne, endOfOne);
		int j = skipZeros(other, startOfOther, endOfOther);
		int longer = (endOfOne - i) - (endOfOther - j);
		while (longer == 0 && i < endOfOne && one.charAt(i) == other.charAt(j)) {
			i++;
			j++;
		}
		return longer != 0 || i == endOfOne ? longer : one.charAt(i) - other.charAt(j);
	}

	private static int skipZeros(String text, int start, int end) {
		int at = start;
		while (at < end && text.charAt(at) == '0') {
			at++;
		}
		return at;
	}
}
