package org.palisade.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What to simulate. Built by {@link #builder()}, whose defaults are those of the program {@code vcenter-simulator}.
 *
 * @param endpoint where it listens
 * @param inventory what it holds
 * @param behaviour how it behaves
 */
public record SimulatorOptions(ServerEndpoint endpoint, InventoryShape inventory, ServerBehaviour behaviour) {

	/** The account that exists when no other was asked for. */
	public static final String DEFAULT_USERNAME = "administrator@vsphere.local";

	/** The password of {@link #DEFAULT_USERNAME}; known to everybody, as the simulator guards nothing. */
	public static final String DEFAULT_PASSWORD = "palisade-demo";

	/**
	 * Starts from the defaults: a vCenter 8.0.2.0 on a free loopback port, with TLS, 100 virtual machines in two datacenters of one cluster
	 * with four hosts each.
	 */
	public static Builder builder() {
		return new Builder();
	}

	/** Collects the options; not thread-safe. Each value's meaning and range is in the record that holds it. */
	public static final class Builder {

		private static final int LEAST_FOR_A_DUPLICATE = 20;

		private String host = "127.0.0.1";
		private int port;
		private int controlPort;
		private boolean plainHttp;
		private CertificateKind certificate = CertificateKind.VALID;
		private Optional<Path> certificateFile = Optional.empty();
		private Optional<Path> wsdlFile = Optional.empty();
		private int virtualMachines = 100;
		private int datacenters = 2;
		private int clusters = 1;
		private int hosts = 4;
		private Optional<Integer> duplicates = Optional.empty();
		private long seed = 1;
		private boolean standaloneHost;
		private String apiVersion = "8.0.2.0";
		private String username = DEFAULT_USERNAME;
		private String password = DEFAULT_PASSWORD;
		private Duration taskDuration = Duration.ofMillis(100);
		private Duration latency = Duration.ZERO;
		private int pageSize = 100;

		private Builder() {
		}

		/** {@link ServerEndpoint#host()} and {@link ServerEndpoint#port()}. */
		public Builder listen(String address, int listenPort) {
			this.host = address;
			this.port = listenPort;
			return this;
		}

		/** {@link ServerEndpoint#controlPort()}. */
		public Builder controlPort(int value) {
			this.controlPort = value;
			return this;
		}

		/** {@link ServerEndpoint#plainHttp()}. */
		public Builder plainHttp(boolean value) {
			this.plainHttp = value;
			return this;
		}

		/** {@link ServerEndpoint#certificate()}. */
		public Builder certificate(CertificateKind value) {
			this.certificate = value;
			return this;
		}

		/** {@link ServerEndpoint#certificateFile()}. */
		public Builder certificateFile(Path value) {
			this.certificateFile = Optional.of(value);
			return this;
		}

		/** {@link ServerEndpoint#wsdlFile()}. */
		public Builder wsdlFile(Path value) {
			this.wsdlFile = Optional.of(value);
			return this;
		}

		/** {@link InventoryShape#virtualMachines()}. */
		public Builder virtualMachines(int value) {
			this.virtualMachines = value;
			return this;
		}

		/** {@link InventoryShape#datacenters()}. */
		public Builder datacenters(int value) {
			this.datacenters = value;
			return this;
		}

		/** {@link InventoryShape#clusters()}. */
		public Builder clusters(int value) {
			this.clusters = value;
			return this;
		}

		/** {@link InventoryShape#hosts()}. */
		public Builder hosts(int value) {
			this.hosts = value;
			return this;
		}

		/** {@link InventoryShape#duplicates()}; by default one, when there are two datacenters and twenty machines for it. */
		public Builder duplicates(int value) {
			this.duplicates = Optional.of(value);
			return this;
		}

		/** {@link InventoryShape#seed()}. */
		public Builder seed(long value) {
			this.seed = value;
			return this;
		}

		/** {@link InventoryShape#standaloneHost()}; there is one datacenter then. */
		public Builder standaloneHost(boolean value) {
			this.standaloneHost = value;
			return this;
		}

		/** {@link ServerBehaviour#apiVersion()}. */
		public Builder apiVersion(String value) {
			this.apiVersion = value;
			return this;
		}

		/** {@link ServerBehaviour#username()} and {@link ServerBehaviour#password()}. */
		public Builder credentials(String user, String secret) {
			this.username = user;
			this.password = secret;
			return this;
		}

		/** {@link ServerBehaviour#taskDuration()}. */
		public Builder taskDuration(Duration value) {
			this.taskDuration = value;
			return this;
		}

		/** {@link ServerBehaviour#latency()}. */
		public Builder latency(Duration value) {
			this.latency = value;
			return this;
		}

		/** {@link ServerBehaviour#pageSize()}. */
		public Builder pageSize(int value) {
			this.pageSize = value;
			return this;
		}

		/**
		 * The options.
		 *
		 * @throws IllegalArgumentException when a value is out of its range; the message names it
		 */
		public SimulatorOptions build() {
			int inDatacenters = standaloneHost ? 1 : datacenters;
			return new SimulatorOptions(new ServerEndpoint(host, port, controlPort, plainHttp, certificate, certificateFile, wsdlFile),
					new InventoryShape(virtualMachines, inDatacenters, clusters, hosts, duplicates.orElse(defaultDuplicates(inDatacenters)),
							seed, standaloneHost),
					new ServerBehaviour(apiVersion, username, password, taskDuration, latency, pageSize));
		}

		private int defaultDuplicates(int inDatacenters) {
			return virtualMachines < LEAST_FOR_A_DUPLICATE ? 0 : Math.min(1, InventoryShape.largestDuplicates(virtualMachines, inDatacenters));
		}
	}
}
