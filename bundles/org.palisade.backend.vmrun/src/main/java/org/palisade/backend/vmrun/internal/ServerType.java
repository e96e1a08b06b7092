package org.palisade.backend.vmrun.internal;

import java.util.ArrayList;
import java.util.List;

/** The two kinds of servers, and how vmrun wants to be told of each. */
enum ServerType {

	/** VMware Server 1, reached by host and port. */
	SERVER1("server1") {
		@Override
		List<String> hostArguments(ServerAddress address) {
			List<String> arguments = new ArrayList<>(List.of("-h", address.host()));
			if (address.port().isPresent()) {
				arguments.addAll(List.of("-P", Integer.toString(address.port().getAsInt())));
			}
			return arguments;
		}
	},

	/** VMware Server 2, and ESX, ESXi and vCenter since 3.5 update 2: reached by the URL of their web service. */
	SERVER2("server") {
		@Override
		List<String> hostArguments(ServerAddress address) {
			String port = address.port().isPresent() ? ":" + address.port().getAsInt() : "";
			return List.of("-h", "https://" + address.hostInUrl() + port + "/sdk");
		}
	};

	private final String vmrunName;

	ServerType(String vmrunName) {
		this.vmrunName = vmrunName;
	}

	/** {@return the value of vmrun's option -T} */
	String vmrunName() {
		return vmrunName;
	}

	/** {@return the options that name the server} */
	abstract List<String> hostArguments(ServerAddress address);
}
