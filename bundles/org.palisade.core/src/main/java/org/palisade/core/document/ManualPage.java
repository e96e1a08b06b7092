package org.palisade.core.document;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.core.option.CoreOptions;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.Metadata;
import org.palisade.core.option.OptionCatalog;

/** The manual page of an agent, for section 8, made from the declarations. */
public final class ManualPage {

	private static final String SECTION = "8";

	private final Roff page = new Roff();
	private final Metadata.Agent agent;

	private ManualPage(Metadata.Agent agent) {
		this.agent = agent;
	}

	/**
	 * {@return the page in the language of groff's man macros, in ASCII}
	 *
	 * @param agent what to say about the agent as a whole
	 * @param version the version to show
	 * @param catalog the options that exist
	 * @param types the types of the installed back ends
	 */
	public static String of(Metadata.Agent agent, String version, OptionCatalog catalog, List<String> types) {
		ManualPage page = new ManualPage(agent);
		page.writeHead(version);
		page.writeActions();
		page.writeOptions(catalog, types);
		page.writeExitStatus();
		page.writeStandardInput();
		page.writeExamples();
		page.writeFiles();
		page.writeSeeAlso();
		return page.page.toString();
	}

	private void writeHead(String version) {
		String title = agent.name().toUpperCase(Locale.ROOT);
		// Without a date: the same sources are to give the same page.
		page.request(".TH " + String.join(" ", Roff.quoted(title), SECTION, "\"\"", Roff.quoted("Palisade " + version),
				Roff.quoted(Messages.manual_title)));
		page.request(".nh").request(".ad l");
		page.section("NAME").line(Roff.plain(agent.name()) + " \\- " + Roff.plain(agent.summary()));
		page.section("SYNOPSIS").line(Roff.bold(agent.name()) + " [" + Roff.italic(Messages.options) + "]").request(".br");
		page.line(Roff.bold(agent.name()) + " < " + Roff.italic(Messages.input));
		page.section("DESCRIPTION").line(Roff.plain(agent.description()));
		page.paragraph(Messages.description_input);
	}

	private void writeActions() {
		page.section("ACTIONS").line(Roff.plain(NLS.bind(Messages.actions_default, FenceAction.REBOOT.word())));
		for (FenceAction action : FenceAction.values()) {
			page.item(Roff.bold(action.word()), descriptionOf(action));
		}
	}

	private static String descriptionOf(FenceAction action) {
		return switch (action) {
			case ON -> Messages.action_on;
			case OFF -> Messages.action_off;
			case REBOOT -> Messages.action_reboot;
			case STATUS -> Messages.action_status;
			case LIST -> Messages.action_list;
			case LIST_STATUS -> Messages.action_list_status;
			case MONITOR -> Messages.action_monitor;
			case METADATA -> Messages.action_metadata;
			case MANPAGE -> Messages.action_manpage;
			case VALIDATE_ALL -> Messages.action_validate_all;
		};
	}

	private void writeOptions(OptionCatalog catalog, List<String> types) {
		page.section("OPTIONS").line(Roff.plain(Messages.options_introduction));
		for (OptionDeclaration declaration : catalog.declarations()) {
			page.item(usageOf(declaration), declaration.description() + ".");
			if (declaration.name().equals(CoreOptions.VMWARE_TYPE) && !types.isEmpty()) {
				page.request(".br").line(Roff.plain(NLS.bind(Messages.installed_types, String.join(", ", types))));
			}
			page.request(".br").line(keysOf(declaration));
		}
	}

	private static String usageOf(OptionDeclaration declaration) {
		String letter = declaration.letter().map(value -> Roff.bold("-" + value) + ", ").orElse("");
		return letter + Roff.bold("--" + declaration.longOption()) + argumentOf(declaration);
	}

	private static String argumentOf(OptionDeclaration declaration) {
		return switch (declaration.type()) {
			case BOOLEAN -> "";
			case INTEGER -> "=" + Roff.italic(Messages.argument_number);
			case SECOND -> "=" + Roff.italic(Messages.argument_seconds);
			case STRING, SECRET -> "=" + Roff.italic(Messages.argument_value);
			case SELECT -> {
				StringJoiner choices = new StringJoiner("|", "=", "");
				declaration.choices().forEach(choice -> choices.add(Roff.bold(choice)));
				yield choices.toString();
			}
		};
	}

	/** {@return the line about the names on standard input, and about what holds without the option} */
	private static String keysOf(OptionDeclaration declaration) {
		StringBuilder line = new StringBuilder(Roff.plain(Messages.key)).append(' ').append(Roff.bold(declaration.name()));
		if (!declaration.oldNames().isEmpty()) {
			StringJoiner oldNames = new StringJoiner(", ");
			declaration.oldNames().forEach(oldName -> oldNames.add(Roff.bold(oldName)));
			line.append("; ").append(Roff.plain(Messages.old_names)).append(' ').append(oldNames);
		}
		if (declaration.type() != OptionType.SECRET) {
			declaration.defaultValue().filter(value -> !value.isEmpty())
					.ifPresent(value -> line.append("; ").append(Roff.plain(Messages.default_value)).append(' ').append(Roff.bold(value)));
		}
		return line.append('.').toString();
	}

	private void writeExitStatus() {
		page.section("EXIT STATUS");
		page.item(Roff.bold("0"), Messages.exit_success);
		page.item(Roff.bold("1"), Messages.exit_failure);
		page.item(Roff.bold("2"), Messages.exit_off);
	}

	private void writeStandardInput() {
		page.section("STANDARD INPUT").line(Roff.plain(Messages.standard_input));
		page.literal("# " + Messages.standard_input_comment, "action=off", "ip=vcenter.example.com", "username=fencing@vsphere.local",
				"password_script=/etc/cluster/vcenter-password.sh", "plug=node1");
	}

	private void writeExamples() {
		String logIn = agent.name() + " -a vcenter.example.com -l fencing@vsphere.local \\";
		String script = "    -S /etc/cluster/vcenter-password.sh";
		page.section("EXAMPLES").line(Roff.plain(Messages.example_monitor));
		page.literal(logIn, script + " -o monitor; echo $?");
		page.paragraph(Messages.example_status).literal(logIn, script + " -n node1 -o status; echo $?");
		page.paragraph(Messages.example_off).literal(logIn, script + " -n /DC0/vm/cluster/node1 -o off");
		page.paragraph(Messages.example_pacemaker).literal("pcs stonith create fence-node1 " + agent.name() + " \\",
				"    ip=vcenter.example.com username=fencing@vsphere.local \\",
				"    password_script=/etc/cluster/vcenter-password.sh \\",
				"    pcmk_host_map=\"node1:node1-vm\" op monitor interval=60s");
	}

	private void writeFiles() {
		page.section("FILES").line(Roff.plain(Messages.files_introduction));
		page.item(Roff.bold("bin/install-agents"), Messages.files_install_agents);
		page.item(Roff.bold("plugins.d/"), Messages.files_plugins);
		page.item(Roff.bold("share/man/man8/"), Messages.files_manual);
		page.item(Roff.bold("share/bash-completion/completions/"), Messages.files_completion);
	}

	private void writeSeeAlso() {
		page.section("SEE ALSO");
		page.line(String.join(", ", reference("pacemaker-fenced", "7"), reference("stonith_admin", "8"), reference("pcs", "8")));
	}

	private static String reference(String name, String section) {
		return Roff.bold(name) + "(" + section + ")";
	}
}
