package org.palisade.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.palisade.backend.rest.internal.JsonTarget;
import org.palisade.backend.ssh.internal.VmwareCommandTarget;
import org.palisade.backend.vmrun.internal.VmrunTarget;
import org.palisade.cluster.CibTarget;
import org.palisade.cluster.ClusterConfTarget;
import org.palisade.cluster.PacemakerTextTarget;
import org.palisade.core.option.ArgumentsTarget;
import org.palisade.core.option.StandardInputTarget;
import org.palisade.lookup.internal.LookUpFileTarget;
import org.palisade.operations.AuditLineTarget;
import org.palisade.resident.internal.ResidentTarget;
import org.palisade.transport.AddressTarget;
import org.palisade.vsphere.internal.SoapTarget;

/** The inputs that are fuzzed. Each has a folder in {@code corpus} and a dictionary in {@code dictionaries}. */
public enum Target {

	/** What a fencer writes to standard input. */
	STANDARD_INPUT(StandardInputTarget.class, "options"),
	/** The command line. */
	ARGUMENTS(ArgumentsTarget.class, "options"),
	/** The option {@code ip}, by each of the three that read it. */
	ADDRESS(AddressTarget.class, "addresses"),
	/** The answers of the vSphere web service. */
	SOAP(SoapTarget.class, "xml"),
	/** The answers of the vSphere Automation API. */
	JSON(JsonTarget.class, "json"),
	/** The files of the look-up cache. */
	LOOK_UP_FILE(LookUpFileTarget.class, "files", LookUpFileTarget::seeds),
	/** {@code cluster.conf}. */
	CLUSTER_CONF(ClusterConfTarget.class, "xml", ".conf"),
	/** Pacemaker's CIB. */
	CIB(CibTarget.class, "xml", ".cib.xml"),
	/** What pcs and crmsh print and read. */
	PACEMAKER_TEXT(PacemakerTextTarget.class, "pacemaker", ".crm", ".txt"),
	/** What {@code vmware-cmd} prints, through SSH. */
	VMWARE_COMMAND(VmwareCommandTarget.class, "outputs"),
	/** What {@code vmrun} prints. */
	VMRUN(VmrunTarget.class, "outputs"),
	/** The lines of the audit trail. */
	AUDIT_LINE(AuditLineTarget.class, "audit"),
	/** What a client sends to the resident agent, and the journal that it sends on. */
	RESIDENT(ResidentTarget.class, "files", ResidentTarget::seeds);

	private static final String SAMPLES = "../../bundles/org.palisade.cluster/src/test/resources/org/palisade/cluster/samples";

	private final Class<?> type;
	private final String dictionary;
	private final Supplier<List<byte[]>> made;
	private final List<String> samples;

	Target(Class<?> type, String dictionary, Supplier<List<byte[]>> made) {
		this(type, dictionary, made, List.of());
	}

	Target(Class<?> type, String dictionary, String... samples) {
		this(type, dictionary, List::of, List.of(samples));
	}

	Target(Class<?> type, String dictionary, Supplier<List<byte[]>> made, List<String> samples) {
		this.type = type;
		this.dictionary = dictionary;
		this.made = made;
		this.samples = samples;
	}

	/** {@return the class with the method {@code fuzzerTestOneInput}} */
	Class<?> type() {
		return type;
	}

	/** {@return the name by which a person chooses this target, and of its folder} */
	String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** {@return the folder of its seeds in the sources} */
	Path corpus(Path module) {
		return module.resolve("corpus").resolve(id());
	}

	Path dictionary(Path module) {
		return module.resolve("dictionaries").resolve(dictionary + ".dict");
	}

	/** {@return the folder of the samples that the tests of the bundle have} */
	Path samples(Path module) {
		return module.resolve(SAMPLES);
	}

	/** {@return whether a sample of that name is a seed} */
	boolean isSample(String name) {
		return samples.stream().anyMatch(name::endsWith);
	}

	/** {@return seeds that are no text, and therefore made} */
	List<byte[]> madeSeeds() {
		return made.get();
	}
}
