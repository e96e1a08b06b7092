package org.palisade.simulator.internal.service;

import java.util.Map;

import org.palisade.simulator.ServerBehaviour;
import org.palisade.simulator.internal.model.DataObject;
import org.palisade.simulator.internal.model.Reference;
import org.palisade.simulator.internal.model.VimField;
import org.palisade.simulator.internal.model.VimTypes;
import org.palisade.simulator.internal.model.World;

/** What {@code RetrieveServiceContent} tells: the product and the references to its service objects. */
final class ServiceContent {

	private static final String INSTANCE_UUID = "6f1c0de5-0000-4000-8000-000000000001";

	private static final Map<String, String> SINCE = Map.ofEntries(Map.entry("guestOperationsManager", "5.0"),
			Map.entry("overheadMemoryManager", "6.0"), Map.entry("certificateManager", "6.0"), Map.entry("ioFilterManager", "6.0"),
			Map.entry("vStorageObjectManager", "6.5"), Map.entry("hostSpecManager", "6.5"), Map.entry("cryptoManager", "6.5"),
			Map.entry("healthUpdateManager", "6.5"), Map.entry("failoverClusterConfigurator", "6.5"),
			Map.entry("failoverClusterManager", "6.5"), Map.entry("tenantManager", "6.9.1"), Map.entry("siteInfoManager", "7.0.0.0"),
			Map.entry("storageQueryManager", "6.7.2"));

	private static final Map<String, String> TYPES_NOT_LIKE_THEIR_FIELD = Map.ofEntries(Map.entry("setting", "OptionManager"),
			Map.entry("perfManager", "PerformanceManager"), Map.entry("accountManager", "HostLocalAccountManager"),
			Map.entry("snmpSystem", "HostSnmpSystem"), Map.entry("vmProvisioningChecker", "VirtualMachineProvisioningChecker"),
			Map.entry("vmCompatibilityChecker", "VirtualMachineCompatibilityChecker"),
			Map.entry("dvSwitchManager", "DistributedVirtualSwitchManager"), Map.entry("complianceManager", "ProfileComplianceManager"),
			Map.entry("hostProfileManager", "HostProfileManager"), Map.entry("clusterProfileManager", "ClusterProfileManager"),
			Map.entry("vStorageObjectManager", "VcenterVStorageObjectManager"), Map.entry("hostSpecManager", "HostSpecificationManager"),
			Map.entry("cryptoManager", "CryptoManagerKmip"), Map.entry("tenantManager", "TenantTenantManager"),
			Map.entry("guestOperationsManager", "GuestOperationsManager"));

	private static final Map<String, String> STANDALONE_IDS = Map.of("propertyCollector", "ha-property-collector", "sessionManager",
			"ha-sessionmgr", "searchIndex", "ha-searchindex", "authorizationManager", "ha-authmgr", "taskManager", "ha-taskmgr",
			"viewManager", "ViewManager", "licenseManager", "ha-license-manager", "eventManager", "ha-eventmgr", "accountManager",
			"ha-localacctmgr", "perfManager", "ha-perfmgr");

	private final boolean standalone;
	private final String apiVersion;

	ServiceContent(World world, ServerBehaviour behaviour) {
		this.standalone = world.isStandaloneHost();
		this.apiVersion = behaviour.apiVersion();
	}

	/** The identifier of the service object that a field refers to. */
	String idOf(String field) {
		if (standalone) {
			return STANDALONE_IDS.getOrDefault(field, "ha-" + field.toLowerCase());
		}
		return field.equals("propertyCollector") ? field : typeOf(field);
	}

	private static String typeOf(String field) {
		return TYPES_NOT_LIKE_THEIR_FIELD.getOrDefault(field, Character.toUpperCase(field.charAt(0)) + field.substring(1));
	}

	DataObject describe(World world) {
		DataObject content = DataObject.of("ServiceContent");
		for (VimField field : VimTypes.get("ServiceContent").fields()) {
			if (field.type().equals("ManagedObjectReference") && isThere(field.name())) {
				content.with(field.name(), new Reference(typeOf(field.name()), idOf(field.name())));
			}
		}
		return content.with("rootFolder", world.inventory().root()).with("about", about());
	}

	private boolean isThere(String field) {
		if (standalone ? !STANDALONE_IDS.containsKey(field) && !field.equals("vStorageObjectManager") : field.equals("accountManager")) {
			return false;
		}
		return isAtLeast(SINCE.getOrDefault(field, "0"));
	}

	private boolean isAtLeast(String version) {
		String[] have = apiVersion.split("\\.");
		String[] need = version.split("\\.");
		for (int i = 0; i < need.length; i++) {
			int difference = (i < have.length ? Integer.parseInt(have[i]) : 0) - Integer.parseInt(need[i]);
			if (difference != 0) {
				return difference > 0;
			}
		}
		return true;
	}

	private DataObject about() {
		String product = standalone ? "VMware ESXi" : "VMware vCenter Server";
		String version = majorMinor();
		return DataObject.of("AboutInfo").with("name", product).with("fullName", product + " " + version + " (simulated by Palisade)")
				.with("vendor", "VMware, Inc.").with("version", version).with("build", "1").with("localeVersion", "INTL")
				.with("localeBuild", "000").with("osType", standalone ? "vmnix-x86" : "linux-x64")
				.with("productLineId", standalone ? "embeddedEsx" : "vpx").with("apiType", standalone ? "HostAgent" : "VirtualCenter")
				.with("apiVersion", apiVersion).with("instanceUuid", standalone ? null : INSTANCE_UUID)
				.with("licenseProductName", standalone ? "VMware ESX Server" : "VMware VirtualCenter Server")
				.with("licenseProductVersion", version.substring(0, version.indexOf('.')) + ".0");
	}

	private String majorMinor() {
		String[] parts = apiVersion.split("\\.");
		return parts[0] + "." + parts[1] + "." + (parts.length > 2 ? parts[2] : "0");
	}
}
