package org.palisade.vsphere;

import java.util.Objects;
import java.util.Optional;

import com.vmware.vim25.DynamicProperty;
import com.vmware.vim25.LocalizedMethodFault;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.MissingProperty;
import com.vmware.vim25.ObjectContent;

/**
 * What the property collector said about one object. A property may be there, be unset, or be missing with a fault that says why.
 */
public final class ObjectProperties {

	private final ObjectContent content;

	/**
	 * @param content the answer's element, whose object is set
	 */
	public ObjectProperties(ObjectContent content) {
		this.content = content;
		Objects.requireNonNull(content.getObj());
	}

	/** {@return the object} */
	public ManagedObjectReference reference() {
		return content.getObj();
	}

	/** {@return the value of the object's reference} */
	public String id() {
		return content.getObj().getVal();
	}

	/** {@return the value of a property when it is there and of this type} */
	public <T> Optional<T> value(String name, Class<T> type) {
		if (content.getPropSet() != null) {
			for (DynamicProperty property : content.getPropSet()) {
				if (name.equals(property.getName()) && type.isInstance(property.getVal())) {
					return Optional.of(type.cast(property.getVal()));
				}
			}
		}
		return Optional.empty();
	}

	/** {@return the text of a property when it is there} */
	public Optional<String> text(String name) {
		return value(name, String.class);
	}

	/** {@return why a property could not be read; empty when it was read or is unset} */
	public Optional<LocalizedMethodFault> missing(String name) {
		if (content.getMissingSet() != null) {
			for (MissingProperty property : content.getMissingSet()) {
				if (name.equals(property.getPath())) {
					return Optional.ofNullable(property.getFault());
				}
			}
		}
		return Optional.empty();
	}
}
