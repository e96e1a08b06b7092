package org.palisade.simulator.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLStreamException;

import org.palisade.simulator.internal.model.ManagedObject;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.World;
import org.palisade.simulator.internal.property.FilterSpec;
import org.palisade.simulator.internal.property.FilterSpecReader;
import org.palisade.simulator.internal.property.ObjectContent;
import org.palisade.simulator.internal.property.PropertyCollector;
import org.palisade.simulator.internal.property.PropertyPath;
import org.palisade.simulator.internal.property.Retrieval;
import org.palisade.simulator.internal.soap.Answer;
import org.palisade.simulator.internal.soap.Element;
import org.palisade.simulator.internal.soap.SoapWriter;

/** The property collector's methods that read properties once. */
final class RetrievalMethods {

	private static final int CHUNK = 500;

	private final ObjectDirectory objects;
	private final World world;
	private final int pageSize;

	RetrievalMethods(ObjectDirectory objects, World world, int pageSize) {
		this.objects = objects;
		this.world = world;
		this.pageSize = pageSize;
	}

	void register(Map<String, VimMethod> methods) {
		methods.put("RetrieveProperties", this::retrieveAll);
		methods.put("RetrievePropertiesEx", this::retrieve);
		methods.put("ContinueRetrievePropertiesEx", this::goOn);
		methods.put("CancelRetrievePropertiesEx", this::cancel);
		methods.put("Fetch", this::fetch);
	}

	private Retrieval select(Call call) throws VimFault {
		List<FilterSpec> specs = new ArrayList<>();
		for (Element spec : call.arguments().children("specSet")) {
			specs.add(FilterSpecReader.read(spec));
		}
		return new Retrieval(specs, objects.lookUp(call));
	}

	/** The old method knows no pages; what it answers is read and written in chunks, so that it never is in memory as a whole. */
	private Answer retrieveAll(Call call) throws VimFault {
		Retrieval retrieval = select(call);
		return out -> {
			for (List<ObjectContent> chunk = nextChunk(retrieval); !chunk.isEmpty(); chunk = nextChunk(retrieval)) {
				write("returnval", chunk, out);
			}
		};
	}

	private List<ObjectContent> nextChunk(Retrieval retrieval) {
		world.lock();
		try {
			return retrieval.next(CHUNK);
		} finally {
			world.unlock();
		}
	}

	private Answer retrieve(Call call) throws VimFault {
		Optional<Element> options = call.arguments().child("options");
		int most = pageSize;
		if (options.isPresent()) {
			most = Math.min(pageSize, options.get().integer("maxObjects").filter(wanted -> wanted > 0).orElse(pageSize));
		}
		Retrieval retrieval = select(call);
		return retrieval.isFinished() ? Answer.NOTHING : page(call, retrieval, most);
	}

	private Answer goOn(Call call) throws VimFault {
		Retrieval retrieval = collector(call).take(call.arguments().required("token")).orElseThrow(() -> VimFault.invalidArgument("token"));
		return page(call, retrieval, pageSize);
	}

	private Answer page(Call call, Retrieval retrieval, int most) throws VimFault {
		List<ObjectContent> page = retrieval.next(most);
		Optional<String> token = retrieval.isFinished() ? Optional.empty() : Optional.of(collector(call).keep(retrieval));
		return out -> {
			out.start("returnval");
			if (token.isPresent()) {
				out.text("token", token.get());
			}
			write("objects", page, out);
			out.end();
		};
	}

	private static void write(String element, List<ObjectContent> contents, SoapWriter out) throws XMLStreamException {
		for (ObjectContent content : contents) {
			content.write(element, out);
		}
	}

	private Answer cancel(Call call) throws VimFault {
		collector(call).take(call.arguments().required("token")).orElseThrow(() -> VimFault.invalidArgument("token"));
		return Answer.NOTHING;
	}

	private PropertyCollector collector(Call call) throws VimFault {
		return objects.get(call, call.self(), PropertyCollector.class);
	}

	/** What pyVmomi calls for one property of one object. */
	private Answer fetch(Call call) throws VimFault {
		ManagedObject object = objects.get(call, call.self());
		PropertyPath path = PropertyPath.compile(object.type(), call.arguments().required("prop"));
		Object value = path.read(object);
		return out -> {
			if (value != null) {
				out.anyValue("returnval", path.field(), value);
			}
		};
	}
}
