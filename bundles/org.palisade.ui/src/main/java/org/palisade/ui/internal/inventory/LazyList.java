package org.palisade.ui.internal.inventory;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * A list whose elements are made when they are fetched, each time anew: of tens of thousands of rows only those in sight are. As thread-safe as
 * what makes them.
 */
final class LazyList<E> extends AbstractList<E> implements RandomAccess {

	private final int size;
	private final IntFunction<E> maker;

	/**
	 * @param maker makes the element of an index
	 */
	LazyList(int size, IntFunction<E> maker) {
		this.size = size;
		this.maker = maker;
	}

	@Override
	public E get(int index) {
		return maker.apply(index);
	}

	@Override
	public int size() {
		return size;
	}
}
