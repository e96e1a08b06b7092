package org.palisade.simulator.internal.property;

import java.util.List;
import java.util.Objects;

import javax.xml.stream.XMLStreamException;

import org.palisade.simulator.internal.model.ManagedObject;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.soap.SoapWriter;

/**
 * Properties of an object as they were at one time.
 *
 * @param object the object
 * @param paths which properties
 * @param values their values in the same order: null when unset, {@link #NOT_PERMITTED} when they must not be read
 */
public record ObjectContent(ManagedObject object, List<PropertyPath> paths, Object[] values) {

	/** In the place of a value that the account must not read. */
	public static final Object NOT_PERMITTED = new Object();

	/** Writes it as the schema's {@code ObjectContent}. */
	public void write(String element, SoapWriter out) throws XMLStreamException {
		out.start(element);
		out.reference("obj", object);
		for (int i = 0; i < values.length; i++) {
			if (values[i] != null && values[i] != NOT_PERMITTED) {
				out.start("propSet");
				out.text("name", paths.get(i).text());
				out.anyValue("val", paths.get(i).field(), values[i]);
				out.end();
			}
		}
		for (int i = 0; i < values.length; i++) {
			if (values[i] == NOT_PERMITTED) {
				writeMissing(i, out);
			}
		}
		out.end();
	}

	/** Writes it as an {@code ObjectUpdate}; given what was reported before, only what differs. */
	void writeUpdate(Object[] before, SoapWriter out) throws XMLStreamException {
		out.start("objectSet");
		out.text("kind", before == null ? "enter" : "modify");
		out.reference("obj", object);
		for (int i = 0; i < values.length; i++) {
			boolean differs = before == null ? values[i] != null : !Objects.equals(values[i], before[i]);
			if (differs && values[i] != NOT_PERMITTED) {
				out.start("changeSet");
				out.text("name", paths.get(i).text());
				out.text("op", "assign");
				if (values[i] != null) {
					out.anyValue("val", paths.get(i).field(), values[i]);
				}
				out.end();
			}
		}
		for (int i = 0; i < values.length; i++) {
			if (values[i] == NOT_PERMITTED && (before == null || before[i] != NOT_PERMITTED)) {
				writeMissing(i, out);
			}
		}
		out.end();
	}

	private void writeMissing(int index, SoapWriter out) throws XMLStreamException {
		VimFault fault = VimFault.noPermission(object, "System.Read");
		out.start("missingSet");
		out.text("path", paths.get(index).text());
		out.start("fault");
		out.value("fault", "MethodFault", fault.detail());
		out.text("localizedMessage", fault.getMessage());
		out.end();
		out.end();
	}
}
