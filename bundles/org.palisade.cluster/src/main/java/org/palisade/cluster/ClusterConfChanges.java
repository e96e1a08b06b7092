package org.palisade.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.palisade.cluster.internal.text.LineIndex;
import org.palisade.cluster.internal.xml.XmlAttribute;
import org.palisade.cluster.internal.xml.XmlDocument;
import org.palisade.cluster.internal.xml.XmlElement;
import org.palisade.cluster.internal.xml.XmlEscapes;
import org.palisade.cluster.internal.xml.XmlInsertion;
import org.palisade.cluster.internal.xml.XmlText;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.TextEdit;
import org.palisade.cluster.model.TextRange;

/**
 * The changes of a {@code cluster.conf} that make, name, move and remove nodes, methods, steps of methods and fence devices. Each of them is
 * told by a place in its start tag, such as the {@code where} of the model. It changes nothing itself: the edits refer to the document that it
 * was made for, and leave {@code config_version} alone. Immutable and thread-safe.
 */
public final class ClusterConfChanges {

	private static final String NODES = "clusternodes";
	private static final String NODE = "clusternode";
	private static final String METHOD = "method";
	private static final String STEP = "device";
	private static final String DEVICES = "fencedevices";
	private static final String DEVICE = "fencedevice";
	private static final String NAME = "name";
	private static final Set<String> PARTS = Set.of(NODE, METHOD, STEP, DEVICE);

	private final String text;
	private final XmlElement root;
	private final LineIndex lines;
	private final XmlInsertion insertion;

	private ClusterConfChanges(String text, XmlDocument xml) {
		this.text = text;
		this.root = xml.root();
		this.lines = xml.lines();
		this.insertion = new XmlInsertion(xml);
	}

	/**
	 * {@return the changes of this document}
	 *
	 * @throws IllegalArgumentException when it is in another form
	 */
	public static ClusterConfChanges of(ClusterDocument document) {
		if (document.configuration().form() != ConfigurationForm.CLUSTER_CONF) {
			throw new IllegalArgumentException(document.configuration().form().id());
		}
		try {
			return new ClusterConfChanges(document.text(), XmlText.parse(document.text()));
		} catch (ClusterSyntaxException e) {
			throw new IllegalStateException("a document has been read already", e);
		}
	}

	/** {@return the edits after which the cluster has one more node, with the next free number} */
	public List<TextEdit> addNode(String name) {
		long id = 1 + root.descendants(NODE).map(node -> node.value("nodeid")).filter(number -> number.matches("\\d{1,9}")).mapToLong(Long::parseLong)
				.max().orElse(0);
		return List.of(insertion.child(root, root.children(NODES).findFirst(), "<clusternodes>", "</clusternodes>")
				.insert("<clusternode" + attribute(NAME, name) + attribute("nodeid", Long.toString(id)) + "/>"));
	}

	/** {@return the edits after which a node has one more method, without a device, which is tried last} */
	public List<TextEdit> addMethod(TextRange node, String name) {
		XmlElement element = part(node);
		return List.of(insertion.child(element, element.children("fence").findFirst(), "<fence>", "</fence>")
				.insert("<method" + attribute(NAME, name) + "/>"));
	}

	/** {@return the edits after which a method uses one more device, behind the others} */
	public List<TextEdit> addStep(TextRange method, String device, Optional<String> plug) {
		return List.of(insertion.child(part(method))
				.insert("<device" + attribute(NAME, device) + plug.map(value -> attribute("port", value)).orElse("") + "/>"));
	}

	/** {@return the edits after which there is one more fence device} */
	public List<TextEdit> addDevice(String name, String agent) {
		return List.of(insertion.child(root, root.children(DEVICES).findFirst(), "<fencedevices>", "</fencedevices>")
				.insert("<fencedevice" + attribute(NAME, name) + attribute("agent", agent) + "/>"));
	}

	/** {@return the edits after which something has this name; a device has it in the methods as well} */
	public List<TextEdit> rename(TextRange where, String name) {
		XmlElement element = part(where);
		List<TextEdit> edits = new ArrayList<>(set(element, NAME, name));
		if (element.name().equals(DEVICE)) {
			root.descendants(STEP).filter(step -> step.value(NAME).equals(element.value(NAME))).forEach(step -> edits.addAll(set(step, NAME, name)));
		}
		return edits;
	}

	/** {@return the edits after which an attribute has this value, or is gone} */
	public List<TextEdit> set(TextRange where, String attribute, Optional<String> value) {
		XmlElement element = part(where);
		return value.isPresent() ? set(element, attribute, value.get())
				: element.attribute(attribute).map(XmlAttribute::whole).map(TextEdit::remove).map(List::of).orElse(List.of());
	}

	/** {@return the edits after which something is gone with all that is in it, and with its lines where it stands alone on them} */
	public List<TextEdit> remove(TextRange where) {
		TextRange whole = part(where).whole();
		int start = lines.start(lines.lineOf(whole.offset()));
		int lastLine = lines.lineOf(whole.end());
		boolean alone = text.substring(start, whole.offset()).isBlank() && text.substring(whole.end(), lines.end(lastLine)).isBlank();
		return List.of(alone && lastLine < lines.count() ? new TextEdit(start, lines.start(lastLine + 1) - start, "") : TextEdit.remove(whole));
	}

	/** {@return the edits after which something has changed places with the one of its kind before it; empty when it is the first} */
	public List<TextEdit> moveUp(TextRange where) {
		XmlElement element = part(where);
		List<XmlElement> siblings = siblings(element);
		int index = siblings.indexOf(element);
		return index == 0 ? List.of() : exchange(siblings.get(index - 1), element);
	}

	/** {@return the edits after which something has changed places with the one of its kind behind it; empty when it is the last} */
	public List<TextEdit> moveDown(TextRange where) {
		XmlElement element = part(where);
		List<XmlElement> siblings = siblings(element);
		int index = siblings.indexOf(element);
		return index == siblings.size() - 1 ? List.of() : exchange(element, siblings.get(index + 1));
	}

	private List<TextEdit> exchange(XmlElement first, XmlElement second) {
		return List.of(TextEdit.replace(first.whole(), textOf(second)), TextEdit.replace(second.whole(), textOf(first)));
	}

	private String textOf(XmlElement element) {
		return text.substring(element.whole().offset(), element.whole().end());
	}

	private List<XmlElement> siblings(XmlElement element) {
		return all(root).filter(parent -> parent.children().contains(element)).findFirst().orElseThrow().children(element.name()).toList();
	}

	private static List<TextEdit> set(XmlElement element, String attribute, String value) {
		Optional<XmlAttribute> present = element.attribute(attribute);
		if (present.isEmpty()) {
			return List.of(TextEdit.insert(XmlInsertion.attribute(element).offset(), attribute(attribute, value)));
		}
		return present.get().value().equals(value) ? List.of() : List.of(TextEdit.replace(present.get().valueRange(), XmlEscapes.encode(value)));
	}

	/** With the blank before it. */
	private static String attribute(String name, String value) {
		return " " + name + "=\"" + XmlEscapes.encode(value) + '"';
	}

	private XmlElement part(TextRange where) {
		return all(root).filter(element -> PARTS.contains(element.name()))
				.filter(element -> element.startTag().offset() <= where.offset() && where.offset() < element.startTag().end()).findFirst()
				.orElseThrow(() -> new NoSuchElementException("nothing that can be changed begins at offset " + where.offset()));
	}

	private static Stream<XmlElement> all(XmlElement element) {
		return Stream.concat(Stream.of(element), element.children().stream().flatMap(ClusterConfChanges::all));
	}
}
