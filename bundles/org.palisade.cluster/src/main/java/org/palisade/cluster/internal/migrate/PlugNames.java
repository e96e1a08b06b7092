package org.palisade.cluster.internal.migrate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.palisade.cluster.model.HostMap;

/** The names of machines that the old agents took: paths of their configuration files. */
final class PlugNames {

	/** {@code /vmfs/volumes/ds/node1/node1.vmx}, or {@code [ds] node1/node1.vmx}. */
	private static final Pattern VMX = Pattern.compile("(?:\\[[^]]*\\] ?|/)(?:[^,]*/)?([^/,]+)\\.vmx", Pattern.CASE_INSENSITIVE);

	private PlugNames() {
	}

	/** {@return the plug by its short name; the plug itself when it is no path of a file} */
	static String shortName(String plug) {
		Matcher matcher = VMX.matcher(plug);
		return matcher.matches() ? matcher.group(1) : plug;
	}

	/** {@return the value of {@code pcmk_host_map} with short names; the value itself when it has no path of a file} */
	static String shortNames(String hostMap) {
		HostMap parsed = HostMap.parse(hostMap);
		Map<String, String> plugs = new LinkedHashMap<>();
		parsed.plugs().forEach((node, plug) -> plugs.put(node, shortName(plug)));
		return parsed.problems().isEmpty() && !plugs.equals(parsed.plugs()) ? HostMap.format(plugs) : hostMap;
	}
}
