package org.palisade.simulator.internal.property;

import javax.xml.stream.XMLStreamException;

import org.palisade.simulator.internal.model.ManagedObject;
import org.palisade.simulator.internal.soap.SoapWriter;

/**
 * What happened to one object that a filter watches.
 *
 * @param filter the filter
 * @param object the object
 * @param before what was reported before, null when nothing was
 * @param now its properties now, null when it left the selection
 */
record ObjectChange(PropertyFilter filter, ManagedObject object, Object[] before, ObjectContent now) {

	void write(SoapWriter out) throws XMLStreamException {
		if (now != null) {
			now.writeUpdate(before, out);
			return;
		}
		out.start("objectSet");
		out.text("kind", "leave");
		out.reference("obj", object);
		out.end();
	}
}
