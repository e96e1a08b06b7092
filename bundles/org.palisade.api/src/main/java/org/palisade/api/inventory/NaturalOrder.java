package org.palisade.api.inventory;

import java.util.Comparator;

/**
 * The order in which people look for names, which is that of an {@linkplain InventorySnapshot inventory}: upper and lower case do not count, and a run of
 * digits counts as a number, so that {@code node9} is before {@code node10}. Only what is the same to the letter is equal.
 */
public final class NaturalOrder implements Comparator<String> {

	/** The order. */
	public static final NaturalOrder INSTANCE = new NaturalOrder();

	private NaturalOrder() {
	}

	@Override
	public int compare(String one, String other) {
		int i = 0;
		int j = 0;
		while (i < one.length() && j < other.length()) {
			boolean numbers = isDigit(one.charAt(i)) && isDigit(other.charAt(j));
			int endI = numbers ? endOfDigits(one, i) : i + 1;
			int endJ = numbers ? endOfDigits(other, j) : j + 1;
			int order = numbers ? compareNumbers(one, i, endI, other, j, endJ)
					: compareLetters(one.charAt(i), other.charAt(j));
			if (order != 0) {
				return order;
			}
			i = endI;
			j = endJ;
		}
		int rest = Integer.compare(one.length() - i, other.length() - j);
		// 1 and 01 are the same number and yet not the same name.
		return rest != 0 ? rest : one.compareTo(other);
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static int compareLetters(char one, char other) {
		return one == other ? 0 : Character.compare(Character.toLowerCase(one), Character.toLowerCase(other));
	}

	private static int endOfDigits(String text, int from) {
		int end = from;
		while (end < text.length() && isDigit(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static int compareNumbers(String one, int from, int end, String other, int otherFrom, int otherEnd) {
		int i = withoutZeros(one, from, end);
		int j = withoutZeros(other, otherFrom, otherEnd);
		int longer = Integer.compare(end - i, otherEnd - j);
		if (longer != 0) {
			return longer;
		}
		for (; i < end; i++, j++) {
			int order = Character.compare(one.charAt(i), other.charAt(j));
			if (order != 0) {
				return order;
			}
		}
		return 0;
	}

	private static int withoutZeros(String digits, int from, int end) {
		int first = from;
		while (first < end - 1 && digits.charAt(first) == '0') {
			first++;
		}
		return first;
	}
}
