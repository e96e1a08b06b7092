package org.palisade.simulator.internal.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** An object of the inventory tree. */
public abstract class ManagedEntity implements ManagedObject {

	private static final int ADMINISTRATOR_ROLE = -1;

	private final VimType type;
	private final String id;
	private String name;
	private ManagedEntity parent;
	private long revision;

	ManagedEntity(VimType type, String id, String name, ManagedEntity parent) {
		this.type = type;
		this.id = id;
		this.name = name;
		this.parent = parent;
	}

	@Override
	public final VimType type() {
		return type;
	}

	@Override
	public final String id() {
		return id;
	}

	/** Its name as the API shows it: slash, backslash and percent sign are escaped. */
	public final String name() {
		return name;
	}

	final void rename(String escapedName) {
		this.name = escapedName;
	}

	/** The entity above, null for the root folder. */
	public final ManagedEntity parent() {
		return parent;
	}

	final void moveTo(ManagedEntity newParent) {
		this.parent = newParent;
	}

	@Override
	public final long revision() {
		return revision;
	}

	final void changed(long inRevision) {
		this.revision = inRevision;
	}

	/** The entities right below, those that a recursive container view descends to. */
	public abstract List<? extends ManagedEntity> children();

	/** The inventory path: the names from the datacenter on, each after a slash. */
	public final String path() {
		Deque<String> names = new ArrayDeque<>();
		for (ManagedEntity entity = this; entity.parent != null; entity = entity.parent) {
			names.addFirst(entity.name);
		}
		return "/" + String.join("/", names);
	}

	/** Whether this is that entity or lies somewhere below it. */
	public final boolean isWithin(ManagedEntity ancestor) {
		for (ManagedEntity entity = this; entity != null; entity = entity.parent) {
			if (entity == ancestor) {
				return true;
			}
		}
		return false;
	}

	@Override
	public Object property(String property) {
		return switch (property) {
		case "name" -> name;
		case "parent" -> parent;
		case "overallStatus", "configStatus" -> "green";
		case "effectiveRole" -> List.of(ADMINISTRATOR_ROLE);
		case "alarmActionsEnabled" -> Boolean.TRUE;
		case "value", "availableField", "customValue", "configIssue", "permission", "disabledMethod", "recentTask", "declaredAlarmState",
				"triggeredAlarmState", "tag" -> List.of();
		default -> null;
		};
	}

	@Override
	public final String toString() {
		return id;
	}
}
