package org.palisade.simulator.internal.property;

import java.util.List;

import javax.xml.stream.XMLStreamException;

import org.palisade.simulator.internal.soap.SoapWriter;

/**
 * An answer to a wait for updates.
 *
 * @param version what the client passes the next time
 * @param changes the changes, those of one filter together
 * @param truncated whether there are more
 */
public record UpdateSet(String version, List<ObjectChange> changes, boolean truncated) {

	/** Keeps a copy of the changes. */
	public UpdateSet {
		changes = List.copyOf(changes);
	}

	/** Writes it. */
	public void write(SoapWriter out) throws XMLStreamException {
		out.start("returnval");
		out.text("version", version);
		PropertyFilter open = null;
		for (ObjectChange change : changes) {
			if (change.filter() != open) {
				if (open != null) {
					out.end();
				}
				open = change.filter();
				out.start("filterSet");
				out.reference("filter", open);
			}
			change.write(out);
		}
		if (open != null) {
			out.end();
		}
		if (truncated) {
			out.text("truncated", "true");
		}
		out.end();
	}
}
