package org.palisade.backend.esx.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.vmware.vim25.DynamicProperty;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.MissingProperty;
import com.vmware.vim25.ObjectContent;
import com.vmware.vim25.ObjectUpdate;
import com.vmware.vim25.ObjectUpdateKind;
import com.vmware.vim25.PropertyChange;
import com.vmware.vim25.PropertyFilterUpdate;

import org.palisade.vsphere.ObjectProperties;

/** Objects as a property filter tells of them: everything in its first answer, then what changes. */
final class WatchedObjects {

	/** What is known of one object. */
	private static final class Known {

		private final Map<String, Object> values = new HashMap<>();
		private final Map<String, MissingProperty> missing = new HashMap<>();
	}

	private final Map<String, Known> objects = new LinkedHashMap<>();
	private final Map<String, ManagedObjectReference> references = new HashMap<>();

	/** Takes in what the filter tells. */
	void accept(PropertyFilterUpdate update) {
		if (update.getObjectSet() != null) {
			for (ObjectUpdate object : update.getObjectSet()) {
				accept(object);
			}
		}
	}

	private void accept(ObjectUpdate update) {
		String id = update.getObj().getVal();
		if (update.getKind() == ObjectUpdateKind.leave) {
			objects.remove(id);
			return;
		}
		references.put(id, update.getObj());
		Known known = objects.computeIfAbsent(id, anyId -> new Known());
		if (update.getChangeSet() != null) {
			for (PropertyChange change : update.getChangeSet()) {
				known.missing.remove(change.getName());
				// Without a value it is unset now.
				known.values.put(change.getName(), change.getVal());
			}
		}
		if (update.getMissingSet() != null) {
			for (MissingProperty property : update.getMissingSet()) {
				known.values.remove(property.getPath());
				known.missing.put(property.getPath(), property);
			}
		}
	}

	/** {@return the objects as they are by the last answer} */
	Collection<ObjectProperties> now() {
		List<ObjectProperties> now = new ArrayList<>(objects.size());
		objects.forEach((id, known) -> now.add(properties(references.get(id), known)));
		return now;
	}

	private static ObjectProperties properties(ManagedObjectReference reference, Known known) {
		List<DynamicProperty> values = new ArrayList<>(known.values.size());
		known.values.forEach((name, value) -> {
			DynamicProperty property = new DynamicProperty();
			property.setName(name);
			property.setVal(value);
			values.add(property);
		});
		ObjectContent content = new ObjectContent();
		content.setObj(reference);
		content.setPropSet(values.toArray(DynamicProperty[]::new));
		content.setMissingSet(known.missing.values().toArray(MissingProperty[]::new));
		return new ObjectProperties(content);
	}
}
