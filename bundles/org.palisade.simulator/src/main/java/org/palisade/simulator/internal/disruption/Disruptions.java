package org.palisade.simulator.internal.disruption;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What was ordered and did not happen yet, or happens again and again. Thread-safe. */
public final class Disruptions {

	private final List<Order> orders = new ArrayList<>();
	private int fired;

	/** Orders a fault. */
	public synchronized void arm(Occasion occasion, ArmedFault fault) {
		orders.add(new Order(occasion, fault));
	}

	/** Orders a change of the world. */
	public synchronized void schedule(Occasion occasion, ScheduledChange change) {
		orders.add(new Order(occasion, change));
	}

	/** Forgets all orders and returns how many there were. */
	public synchronized int clear() {
		int count = orders.size();
		orders.clear();
		return count;
	}

	/** How many orders are waiting. */
	public synchronized int waiting() {
		return orders.size();
	}

	/** How often an order was carried out. */
	public synchronized int fired() {
		return fired;
	}

	/** Counts a call and returns what was ordered for it. */
	public synchronized Disruption next(String method) {
		if (orders.isEmpty()) {
			return Disruption.NONE;
		}
		List<ArmedFault> faults = new ArrayList<>();
		List<ScheduledChange> changes = new ArrayList<>();
		for (Iterator<Order> all = orders.iterator(); all.hasNext();) {
			Order order = all.next();
			if (order.isDue(method)) {
				fired++;
				if (order.what instanceof ArmedFault fault) {
					faults.add(fault);
				} else {
					changes.add((ScheduledChange) order.what);
				}
				if (order.occasion.nth() != Occasion.EVERY) {
					all.remove();
				}
			}
		}
		return new Disruption(faults, changes);
	}

	/** An order and the number of calls that it has seen. */
	private static final class Order {

		private final Occasion occasion;
		private final Record what;
		private int calls;

		Order(Occasion occasion, Record what) {
			this.occasion = occasion;
			this.what = what;
		}

		boolean isDue(String method) {
			if (!occasion.isOf(method)) {
				return false;
			}
			calls++;
			return occasion.nth() == Occasion.EVERY || occasion.nth() == calls;
		}
	}
}
