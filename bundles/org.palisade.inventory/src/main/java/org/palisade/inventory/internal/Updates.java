package org.palisade.inventory.internal;

import java.util.Optional;

import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.MissingProperty;
import com.vmware.vim25.ObjectUpdate;
import com.vmware.vim25.ObjectUpdateKind;
import com.vmware.vim25.PropertyChange;
import com.vmware.vim25.PropertyFilterUpdate;
import com.vmware.vim25.UpdateSet;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.inventory.InventoryBatch;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.inventory.internal.model.Edit;
import org.palisade.inventory.internal.model.Entry;
import org.palisade.inventory.internal.model.InventoryModel;

/** Puts the server's updates into the model. What makes no sense is reported and left out. */
final class Updates {

	private final InventoryModel model;
	private final Oddities oddities;

	Updates(InventoryModel model, Oddities oddities) {
		this.model = model;
		this.oddities = oddities;
	}

	/** {@return what differs after an answer of the server} */
	Optional<InventoryBatch> accept(UpdateSet updates) {
		Edit edit = model.edit();
		if (updates.getFilterSet() != null) {
			for (PropertyFilterUpdate filter : updates.getFilterSet()) {
				if (filter.getObjectSet() != null) {
					for (ObjectUpdate update : filter.getObjectSet()) {
						accept(edit, update);
					}
				}
			}
		}
		return edit.commit();
	}

	private void accept(Edit edit, ObjectUpdate update) {
		ManagedObjectReference reference = update.getObj();
		if (reference == null || reference.getVal() == null || reference.getVal().isEmpty() || update.getKind() == null) {
			oddities.report(Messages.odd_nameless);
			return;
		}
		Optional<Entry> before = edit.entry(reference.getVal());
		if (update.getKind() == ObjectUpdateKind.leave) {
			edit.remove(reference.getVal());
		} else if (update.getKind() == ObjectUpdateKind.modify && before.isEmpty()) {
			oddities.report(NLS.bind(Messages.odd_unknown, reference.getVal()));
		} else {
			Optional<Kind> kind = WatchedProperties.kind(reference).filter(is -> before.isEmpty() || before.get().object().kind() == is);
			if (kind.isEmpty()) {
				oddities.report(NLS.bind(Messages.odd_kind, reference.getVal(), reference.getType()));
				return;
			}
			boolean anew = update.getKind() == ObjectUpdateKind.enter;
			Draft draft = anew ? new Draft(kind.get(), reference.getVal(), true) : new Draft(before.get(), isInVApp(edit, before.get()));
			edit.put(changed(draft, update));
		}
	}

	private static boolean isInVApp(Edit edit, Entry entry) {
		InventoryObject object = entry.object();
		return object.kind() == Kind.VIRTUAL_MACHINE
				&& object.parent().flatMap(edit::entry).filter(parent -> parent.object().kind() == Kind.VAPP).isPresent();
	}

	private Entry changed(Draft draft, ObjectUpdate update) {
		if (update.getMissingSet() != null) {
			for (MissingProperty missing : update.getMissingSet()) {
				set(draft, update, missing.getPath(), null);
			}
		}
		if (update.getChangeSet() != null) {
			for (PropertyChange change : update.getChangeSet()) {
				set(draft, update, change.getName(), change.getVal());
			}
		}
		return draft.entry();
	}

	private void set(Draft draft, ObjectUpdate update, String property, Object value) {
		if (property == null || !draft.set(property, value)) {
			oddities.report(NLS.bind(Messages.odd_value, update.getObj().getVal(), property));
		}
	}
}
