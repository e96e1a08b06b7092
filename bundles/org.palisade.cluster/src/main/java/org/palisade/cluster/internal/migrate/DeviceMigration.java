package org.palisade.cluster.internal.migrate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.model.Agents;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.DocumentEditor;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.HostMap;
import org.palisade.cluster.model.OptionNames;
import org.palisade.cluster.model.OtherContent;
import org.palisade.cluster.model.TextEdit;

/**
 * The changes that bring one device over. In {@code cluster.conf} the keys keep the names that the schema of RHCS knows ({@code login}); in
 * the forms of Pacemaker they get today's ({@code username}). The agent accepts both.
 */
public final class DeviceMigration {

	private static final String OLD_REST = "fence_vmware_rest";
	private static final Set<String> OLD_AGENTS = Set.of("fence_vmware_ng", "fence_vmware_soap", OLD_REST, ExternalVcenter.AGENT);
	/** The second login of the agent that went by SSH: its key, and the key of RHCS and of today that takes its place. */
	private static final Map<String, List<String>> SECOND_LOGIN = Map.of("vmipaddr", List.of("ipaddr", "ip"), "vmlogin", List.of("login", "username"),
			"vmpasswd", List.of("passwd", "password"), "vmpasswd_script", List.of("passwd_script", "password_script"));
	private static final Set<String> PASSWORDS = Set.of("passwd", "password", "passwd_script", "password_script");
	private static final Set<String> ONLY_SSH = Set.of("identity_file", "secure", "ssh", "ssh_options", "ssh_path", "ipport");
	private static final Set<String> PLUGS = Set.of("port", "plug");
	private static final Set<String> THIS_HOST = Set.of("localhost", "127.0.0.1", "::1");

	/** What becomes of an option; gone when it has no name. */
	private record Target(Optional<String> name, String value) {
	}

	private final boolean pacemaker;
	private final DocumentEditor editor;
	private final FenceDevice device;
	private final List<TextEdit> edits = new ArrayList<>();
	private final List<OtherContent> notes = new ArrayList<>();
	private final List<OtherContent> oldKeys = new ArrayList<>();
	private Optional<OtherContent> oldAgent = Optional.empty();

	private DeviceMigration(ClusterConfiguration configuration, DocumentEditor editor, FenceDevice device) {
		this.pacemaker = configuration.form().isPacemaker();
		this.editor = editor;
		this.device = device;
	}

	/** {@return what it takes to bring this device over} */
	public static DeviceMigration of(ClusterConfiguration configuration, DocumentEditor editor, FenceDevice device) {
		DeviceMigration migration = new DeviceMigration(configuration, editor, device);
		if (device.agent().equals(ExternalVcenter.AGENT)) {
			ExternalVcenter.migrate(device, editor, migration.edits, migration.notes);
			migration.changeAgent();
		} else if (Agents.isOurs(device) && !Agents.wantsFiles(device)) {
			migration.changeOptions();
			migration.changePlugs(configuration);
			migration.changeAgent();
		}
		return migration;
	}

	/** {@return whether there is anything to do} */
	public boolean isNeeded() {
		return !edits.isEmpty();
	}

	/** {@return the edits} */
	public List<TextEdit> edits() {
		return List.copyOf(edits);
	}

	/** {@return what they do, and what the user has to see to, for the user} */
	public List<OtherContent> notes() {
		return List.copyOf(notes);
	}

	/** {@return the names of the keys, and the plugs, that today's agent has no use for} */
	public List<OtherContent> oldKeys() {
		return List.copyOf(oldKeys);
	}

	/** {@return the agent, if it is one that is replaced} */
	public Optional<OtherContent> oldAgent() {
		return oldAgent;
	}

	private void changeAgent() {
		if (!OLD_AGENTS.contains(device.agent())) {
			return;
		}
		oldAgent = Optional.of(new OtherContent(device.agent(), device.place().agent()));
		edits.add(editor.replaceAgent(device, Agents.PALISADE));
		notes.add(new OtherContent(NLS.bind(Messages.agent, new Object[] { device.name(), device.agent(), Agents.PALISADE }), device.place().agent()));
		if (device.agent().equals(OLD_REST) && device.option("vmware_type").isEmpty()) {
			edits.add(editor.addOption(device, "vmware_type", "rest"));
		}
	}

	private void changeOptions() {
		boolean secondLogin = device.options().stream().anyMatch(option -> SECOND_LOGIN.containsKey(option.name()));
		Map<ClusterOption, Target> targets = new LinkedHashMap<>();
		device.options().forEach(option -> targets.put(option, new Target(Optional.of(present(option.name())), option.text())));
		if (secondLogin) {
			takeSecondLogin(targets);
		}
		Set<String> taken = new HashSet<>();
		targets.forEach((option, target) -> {
			boolean again = target.name().isPresent() && !taken.add(target.name().get());
			if (target.name().isEmpty()) {
				edits.add(editor.removeOption(option));
				notes.add(new OtherContent(NLS.bind(Messages.removed, option.name(), device.name()), option.where()));
			} else if (!again && !target.name().get().equals(option.name())) {
				edits.addAll(editor.replaceOption(option, target.name().get(), target.value()));
				notes.add(new OtherContent(NLS.bind(Messages.renamed, new Object[] { option.name(), device.name(), target.name().get() }), option.where()));
			}
		});
	}

	/** The first login was that of SSH, which is not used any more. */
	private void takeSecondLogin(Map<ClusterOption, Target> targets) {
		boolean password = device.option("vmpasswd", "vmpasswd_script").isPresent();
		boolean otherHost = device.text("vmipaddr").filter(address -> !THIS_HOST.contains(address)).isPresent();
		targets.replaceAll((option, target) -> {
			String name = option.name();
			if (name.equals("vmipaddr") && !otherHost) {
				oldKeys.add(new OtherContent(name, option.where()));
				return new Target(Optional.empty(), "");
			}
			if (SECOND_LOGIN.containsKey(name)) {
				oldKeys.add(new OtherContent(name, option.where()));
				return new Target(Optional.of(SECOND_LOGIN.get(name).get(pacemaker ? 1 : 0)), option.text());
			}
			boolean replaced = Set.of("login", "username").contains(name) && device.option("vmlogin").isPresent()
					|| PASSWORDS.contains(name) && password || Set.of("ipaddr", "ip").contains(name) && otherHost;
			return replaced || ONLY_SSH.contains(name) ? new Target(Optional.empty(), "") : target;
		});
	}

	private String present(String name) {
		return OptionNames.present(name).filter(present -> pacemaker && device.option(present).isEmpty()).orElse(name);
	}

	private void changePlugs(ClusterConfiguration configuration) {
		device.option(HostMap.NAME).ifPresent(map -> changePlug(map, PlugNames.shortNames(map.text()), map.name()));
		device.options().stream().filter(option -> PLUGS.contains(option.name()))
				.forEach(option -> changePlug(option, PlugNames.shortName(option.text()), present(option.name())));
		configuration.levels().stream().flatMap(level -> level.devices().stream()).filter(use -> use.device().equals(device.name()))
				.map(DeviceUse::options).flatMap(List::stream).filter(option -> PLUGS.contains(option.name()))
				.forEach(option -> changePlug(option, PlugNames.shortName(option.text()), option.name()));
	}

	private void changePlug(ClusterOption option, String value, String name) {
		if (!value.equals(option.text())) {
			// A renamed option has its edits already, and two edits of the same place would collide.
			edits.removeAll(editor.replaceOption(option, name, option.text()));
			edits.addAll(editor.replaceOption(option, name, value));
			oldKeys.add(new OtherContent(option.text(), option.where()));
			notes.add(new OtherContent(NLS.bind(Messages.plug, option.text(), value), option.where()));
		}
	}
}
