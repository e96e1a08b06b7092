package org.palisade.cluster.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.cluster.model.Agents;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.OptionValue;
import org.palisade.cluster.model.QuickFix;
import org.palisade.cluster.model.SecretNames;
import org.palisade.cluster.model.Severity;
import org.palisade.core.option.BooleanWord;
import org.palisade.core.option.OptionCatalog;

/** Whether the options of the devices are known, complete and safe. */
public final class OptionRules {

	private static final Pattern FENCER_OPTION = Pattern.compile("pcmk_(?:host_map|host_list|host_check|host_argument|delay_base|delay_max|action_limit"
			+ "|(?:on|off|reboot|list|monitor|status|metadata|validate[-_]all)_(?:action|timeout|retries))");
	/** What cluster software reads itself and may hand to an agent all the same, and what {@link MigrationRules} looks at. */
	private static final Set<String> NOT_OF_AGENT = Set.of("nodename", "agent", "name", "action", "provides", "priority", "stonith-timeout",
			"vmipaddr", "vmlogin", "vmpasswd", "vmpasswd_script");
	/** What crmsh and others print in place of a password. */
	private static final Pattern MASKED = Pattern.compile("\\*{3,}|<password hidden>");

	private final CheckContext context;

	private OptionRules(CheckContext context) {
		this.context = context;
	}

	/** Checks by these rules. */
	public static void check(CheckContext context) {
		OptionRules rules = new OptionRules(context);
		for (FenceDevice device : context.configuration().devices()) {
			List<ClusterOption> all = rules.optionsOf(device);
			all.forEach(option -> rules.checkSecret(device, option));
			all.stream().filter(option -> option.name().startsWith("pcmk_")).filter(option -> !FENCER_OPTION.matcher(option.name()).matches())
					.forEach(option -> rules.reportUnknown(device, option, List.of("pcmk_host_map", "pcmk_host_list", "pcmk_host_check",
							"pcmk_reboot_action", "pcmk_reboot_timeout", "pcmk_off_timeout", "pcmk_monitor_timeout", "pcmk_delay_base", "pcmk_delay_max")));
			if (Agents.isOurs(device)) {
				all.forEach(option -> rules.checkTls(device, option));
				rules.checkMissing(device);
				context.catalog().ifPresent(catalog -> all.stream().filter(option -> !option.name().startsWith("pcmk_"))
						.filter(option -> !NOT_OF_AGENT.contains(option.name())).forEach(option -> rules.checkKnown(device, option, catalog)));
			}
		}
	}

	private List<ClusterOption> optionsOf(FenceDevice device) {
		Stream<ClusterOption> ofUses = context.configuration().levels().stream().flatMap(level -> level.devices().stream())
				.filter(use -> use.device().equals(device.name())).map(DeviceUse::options).flatMap(List::stream);
		return Stream.concat(device.options().stream(), ofUses).toList();
	}

	private void checkSecret(FenceDevice device, ClusterOption option) {
		if (!(option.value() instanceof OptionValue.Confidential) || option.text().isEmpty()) {
			return;
		}
		if (MASKED.matcher(option.text()).matches()) {
			context.report("masked-password", Severity.ERROR, option.where(), NLS.bind(Messages.masked, option.name(), device.name()),
					Messages.masked_why);
			return;
		}
		QuickFix[] fixes = scriptName(option.name()).filter(script -> device.option(script).isEmpty()).map(script -> context.proposal(
				NLS.bind(Messages.use_script, script), context.editor().replaceOption(option, script, "/etc/cluster/" + device.name() + "-password.sh")))
				.stream().toArray(QuickFix[]::new);
		context.report("clear-text-password", Severity.WARNING, option.where(), NLS.bind(Messages.clear_text, option.name(), device.name()),
				Messages.clear_text_why, fixes);
	}

	private static Optional<String> scriptName(String name) {
		return Set.of("passwd", "password", "vmpasswd").contains(name) ? Optional.of(name + "_script") : Optional.empty();
	}

	private void checkTls(FenceDevice device, ClusterOption option) {
		Optional<Boolean> value = option.text().isEmpty() ? Optional.of(true) : BooleanWord.parse(option.text());
		boolean insecure = switch (option.name()) {
			case "ssl_insecure", "ssl-insecure", "notls" -> value.orElse(false);
			case "ssl", "ssl_secure" -> !value.orElse(true);
			default -> false;
		};
		if (insecure) {
			context.report("insecure-tls", Severity.WARNING, option.where(), NLS.bind(Messages.insecure, option.name(), device.name()),
					Messages.insecure_why, context.proposal(NLS.bind(Messages.remove_option, option.name()), List.of(context.editor().removeOption(option))));
		}
	}

	private void checkMissing(FenceDevice device) {
		if (device.text("ip", "ipaddr", "vmipaddr").isEmpty()) {
			reportMissing(device, "ip");
		}
		if (device.text("username", "login", "vmlogin").isEmpty()) {
			reportMissing(device, "username");
		}
		boolean password = optionsOf(device).stream().anyMatch(option -> SecretNames.isSecret(option.name()) || option.name().endsWith("_script")
				|| option.name().equals("identity_file"));
		if (!password) {
			reportMissing(device, "password_script");
		}
	}

	private void reportMissing(FenceDevice device, String name) {
		context.report("missing-option", Severity.ERROR, device.where(), NLS.bind(Messages.missing_option, device.name(), name),
				Messages.missing_option_why);
	}

	private void checkKnown(FenceDevice device, ClusterOption option, OptionCatalog catalog) {
		Optional<OptionDeclaration> declaration = catalog.byKey(option.name());
		if (declaration.isEmpty()) {
			List<String> names = new ArrayList<>();
			catalog.declarations().forEach(known -> {
				names.add(known.name());
				names.addAll(known.oldNames());
			});
			reportUnknown(device, option, names);
		} else if (!isValid(declaration.get(), option.text())) {
			context.report("invalid-value", Severity.ERROR, option.where(),
					NLS.bind(Messages.invalid_value, new Object[] { option.name(), device.name(), wanted(declaration.get()) }), Messages.invalid_value_why);
		}
	}

	private static boolean isValid(OptionDeclaration declaration, String text) {
		return switch (declaration.type()) {
			case BOOLEAN -> text.isEmpty() || BooleanWord.parse(text).isPresent();
			case INTEGER -> text.strip().matches("\\d{1,9}");
			case SELECT -> declaration.choices().contains(text);
			case SECOND, STRING, SECRET -> true;
		};
	}

	private static String wanted(OptionDeclaration declaration) {
		return switch (declaration.type()) {
			case BOOLEAN -> "1, 0";
			case SELECT -> String.join(", ", declaration.choices());
			default -> Messages.whole_number;
		};
	}

	private void reportUnknown(FenceDevice device, ClusterOption option, List<String> known) {
		List<QuickFix> fixes = new ArrayList<>();
		Names.nearest(option.name(), known).filter(name -> device.option(name).isEmpty())
				.ifPresent(name -> fixes.add(context.proposal(NLS.bind(Messages.rename_option, option.name(), name),
						context.editor().replaceOption(option, name, option.text()))));
		fixes.add(context.proposal(NLS.bind(Messages.remove_option, option.name()), List.of(context.editor().removeOption(option))));
		context.report("unknown-option", Severity.WARNING, option.where(), NLS.bind(Messages.unknown_option, option.name(), device.name()),
				Messages.unknown_option_why, fixes.toArray(QuickFix[]::new));
	}
}
