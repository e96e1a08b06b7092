package org.palisade.core.option;

import static org.palisade.api.option.OptionDeclaration.of;
import static org.palisade.api.option.OptionDeclaration.select;
import static org.palisade.api.option.OptionType.BOOLEAN;
import static org.palisade.api.option.OptionType.INTEGER;
import static org.palisade.api.option.OptionType.SECOND;
import static org.palisade.api.option.OptionType.SECRET;
import static org.palisade.api.option.OptionType.STRING;

import java.util.List;

import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.StandardOptions;

/**
 * The declaration of the options that hold for every back end. Names, letters and defaults are those of ClusterLabs fence-agents 4.12.1, so
 * that an existing configuration works unedited.
 */
public final class CommonOptions {

	private CommonOptions() {
	}

	/** {@return the options in the order in which a reader wants to see them} */
	public static List<OptionDeclaration> all() {
		return List.of(
				of(CoreOptions.ACTION, STRING, Messages.action).withLetter('o').withOldNames("option").withDefault(FenceAction.REBOOT.word()),
				of(StandardOptions.IP, STRING, Messages.ip).withLetter('a').withOldNames("ipaddr"),
				of(StandardOptions.IP_PORT, INTEGER, Messages.ipport).withLetter('u'),
				of(StandardOptions.USERNAME, STRING, Messages.username).withLetter('l').withOldNames("login"),
				of(StandardOptions.PASSWORD, SECRET, Messages.password).withLetter('p').withOldNames("passwd"),
				OptionDeclaration.script(StandardOptions.PASSWORD_SCRIPT, StandardOptions.PASSWORD, Messages.password_script).withLetter('S').withOldNames("passwd_script"),
				of(CoreOptions.PLUG, STRING, Messages.plug).withLetter('n').withOldNames("port", "uuid"),
				of(CoreOptions.PLUG_SEPARATOR, STRING, Messages.plug_separator).withDefault(","),
				of(CoreOptions.PORT_AS_IP, BOOLEAN, Messages.port_as_ip),
				select(StandardOptions.METHOD, PowerMethod.words(), Messages.method).withLetter('m').withDefault(PowerMethod.ONOFF.word()),
				of(CoreOptions.VMWARE_TYPE, STRING, Messages.vmware_type).withLetter('d').withLongOption("vmware_type").withDefault("esx"),
				of(CoreOptions.FALLBACK_TYPE, STRING, Messages.fallback_type),
				of(StandardOptions.VMWARE_DATACENTER, STRING, Messages.vmware_datacenter).withLetter('s'),
				of(StandardOptions.SSL, BOOLEAN, Messages.ssl).withLetter('z').withDefault("1"),
				of(StandardOptions.SSL_SECURE, BOOLEAN, Messages.ssl_secure),
				of(StandardOptions.SSL_INSECURE, BOOLEAN, Messages.ssl_insecure),
				of(StandardOptions.SSL_CA_FILE, STRING, Messages.ssl_ca_file),
				of(StandardOptions.SSL_FINGERPRINT, STRING, Messages.ssl_fingerprint),
				of(CoreOptions.NO_TLS, BOOLEAN, Messages.notls).withLetter('t'),
				of(StandardOptions.INET4_ONLY, BOOLEAN, Messages.inet4_only).withLetter('4'),
				of(StandardOptions.INET6_ONLY, BOOLEAN, Messages.inet6_only).withLetter('6'),
				of(StandardOptions.LOOKUP_CACHE, STRING, Messages.lookup_cache),
				of(StandardOptions.EXEC, STRING, Messages.exec).withLetter('e'),
				of(CoreOptions.SEPARATOR, STRING, Messages.separator).withLetter('C').withDefault(","),
				of(CoreOptions.MISSING_AS_OFF, BOOLEAN, Messages.missing_as_off),
				of(CoreOptions.SUSPENDED_AS_OFF, BOOLEAN, Messages.suspended_as_off),
				of(CoreOptions.DELAY, SECOND, Messages.delay).withDefault("0"),
				of(CoreOptions.LOGIN_TIMEOUT, SECOND, Messages.login_timeout).withDefault("5"),
				of(CoreOptions.SHELL_TIMEOUT, SECOND, Messages.shell_timeout).withDefault("3"),
				of(CoreOptions.POWER_TIMEOUT, SECOND, Messages.power_timeout).withDefault("20"),
				of(CoreOptions.POWER_WAIT, SECOND, Messages.power_wait).withDefault("0"),
				of(CoreOptions.STONITH_STATUS_SLEEP, SECOND, Messages.stonith_status_sleep).withDefault("1"),
				of(CoreOptions.DISABLE_TIMEOUT, STRING, Messages.disable_timeout),
				of(CoreOptions.RETRY_ON, INTEGER, Messages.retry_on).withDefault("1"),
				of(CoreOptions.QUIET, BOOLEAN, Messages.quiet).withLetter('q'),
				of(CoreOptions.VERBOSE, BOOLEAN, Messages.verbose).withLetter('v'),
				of(CoreOptions.VERBOSE_LEVEL, INTEGER, Messages.verbose_level),
				of(CoreOptions.DEBUG_FILE, STRING, Messages.debug_file).withLetter('D').withOldNames("debug"),
				of(CoreOptions.AUDIT_FILE, STRING, Messages.audit_file),
				of(CoreOptions.VERSION, BOOLEAN, Messages.version).withLetter('V'),
				of(CoreOptions.HELP, BOOLEAN, Messages.help).withLetter('h'));
	}
}
