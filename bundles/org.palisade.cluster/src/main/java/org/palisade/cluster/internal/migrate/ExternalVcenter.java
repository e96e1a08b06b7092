package org.palisade.cluster.internal.migrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.DocumentEditor;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.HostMap;
import org.palisade.cluster.model.OtherContent;
import org.palisade.cluster.model.TextEdit;

/** The plugin {@code external/vcenter} of cluster-glue, which has its own names for everything. */
final class ExternalVcenter {

	static final String AGENT = "external/vcenter";

	private static final Map<String, String> RENAMED = Map.of("VI_SERVER", "ip", "VI_PORTNUMBER", "ipport");
	private static final String HOSTS = "HOSTLIST";

	private ExternalVcenter() {
	}

	static void migrate(FenceDevice device, DocumentEditor editor, List<TextEdit> edits, List<OtherContent> notes) {
		for (ClusterOption option : device.options()) {
			String name = option.name();
			if (name.equals(HOSTS)) {
				edits.addAll(editor.replaceOption(option, HostMap.NAME, HostMap.format(hosts(option.text()))));
			} else if (RENAMED.containsKey(name)) {
				edits.addAll(editor.replaceOption(option, RENAMED.get(name), option.text()));
			} else if (name.equals("VI_CREDSTORE")) {
				edits.addAll(editor.replaceOption(option, "password_script", "/etc/cluster/" + device.name() + "-password.sh"));
				notes.add(new OtherContent(NLS.bind(Messages.credentials, device.name()), option.where()));
			} else if (name.startsWith("VI_") || name.equals("RESETPOWERON")) {
				edits.add(editor.removeOption(option));
				notes.add(new OtherContent(NLS.bind(Messages.removed, name, device.name()), option.where()));
			}
		}
	}

	/** {@code host1=machine1;host2}: a host without a machine has the machine of its name. */
	private static Map<String, String> hosts(String value) {
		Map<String, String> plugs = new LinkedHashMap<>();
		for (String pair : value.split(";")) {
			String[] sides = pair.strip().split("=", 2);
			if (!sides[0].isEmpty()) {
				plugs.put(sides[0].strip(), sides[sides.length - 1].strip());
			}
		}
		return plugs;
	}
}
