package org.palisade.agent.internal;

import java.util.ArrayList;
import java.util.List;

/** What the agent is trained with: each action, each way to trust the server and each form of a plug that a cluster uses. */
final class TrainingRequests {

	/** The name and password of the simulator's user. */
	private static final String ACCOUNT = "training";
	private static final String AGENT = "fence_vmware";
	/** The first machine of every simulated inventory. */
	private static final String PLUG = "node00001";
	private static final int ON = 0;
	private static final int DONE = 0;
	private static final int OFF = 2;
	private static final int FAILED = 1;

	private final String server;
	private final String certificate;
	private final List<TrainingRequest> requests = new ArrayList<>();

	private TrainingRequests(String port, String certificate) {
		this.server = "ip=127.0.0.1\nipport=" + port + "\nusername=" + ACCOUNT + "\npassword=" + ACCOUNT + "\n";
		this.certificate = "ssl_ca_file=" + certificate + "\n";
	}

	/**
	 * {@return the requests, in their order}
	 *
	 * @param port of the simulator on this machine
	 * @param certificate the file of its certificate
	 */
	static List<TrainingRequest> against(String port, String certificate) {
		TrainingRequests training = new TrainingRequests(port, certificate);
		training.describe();
		training.fence("esx");
		training.fence("rest");
		training.argue(port, certificate);
		return training.requests;
	}

	private void describe() {
		requests.add(new TrainingRequest(AGENT, List.of("-V"), "", DONE));
		requests.add(new TrainingRequest(AGENT, List.of("-h"), "", DONE));
		requests.add(new TrainingRequest(AGENT, List.of(), "action=metadata\n", DONE));
	}

	private void fence(String type) {
		add(type, "monitor", "", certificate, DONE);
		add(type, "status", PLUG, certificate, ON);
		add(type, "off", PLUG, certificate, DONE);
		add(type, "status", PLUG, "ssl_insecure=1\n", OFF);
		add(type, "on", PLUG, "ssl_insecure=1\n", DONE);
		add(type, "reboot", PLUG, certificate, DONE);
		add(type, "list", "", certificate, DONE);
		add(type, "status", "/DC0/vm/" + PLUG, certificate, ON);
		add(type, "status", "/DC0/vm/none", certificate, FAILED);
		add(type, "status", "00000000-0000-4000-8000-000000000000", certificate, FAILED);
		// Neither of them trusts the simulator.
		add(type, "status", PLUG, "ssl_fingerprint=" + "00".repeat(32) + "\n", FAILED);
		add(type, "status", PLUG, "", FAILED);
	}

	private void argue(String port, String certificateFile) {
		requests.add(new TrainingRequest(AGENT, List.of("-a", "127.0.0.1", "-u", port, "-l", ACCOUNT, "-p", ACCOUNT, "--ssl-ca-file", certificateFile,
				"-n", PLUG, "-o", "status"), "", ON));
	}

	private void add(String type, String action, String plug, String trust, int exit) {
		String plugLine = plug.isEmpty() ? "" : "plug=" + plug + "\n";
		requests.add(new TrainingRequest(AGENT, List.of(), server + trust + "vmware_type=" + type + "\naction=" + action + "\n" + plugLine, exit));
	}
}
