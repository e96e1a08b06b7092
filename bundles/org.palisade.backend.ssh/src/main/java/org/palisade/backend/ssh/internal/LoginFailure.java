package org.palisade.backend.ssh.internal;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.JSchRevokedHostKeyException;
import com.jcraft.jsch.JSchSessionDisconnectException;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;

/** Tells what the SSH library's exceptions during the log-in mean for the user. */
final class LoginFailure {

	/** RFC 4253, section 11.1. OpenSSH says "protocol error" when it means that there were too many attempts. */
	private static final Set<Integer> REFUSING_DISCONNECTS = Set.of(2, 12, 13, 14, 15);

	/** How the library begins when the server refused each method of logging in. */
	private static final List<String> REFUSING_WORDS = List.of("Auth fail", "Auth cancel", "Login trials exceeds");

	/** The library's names of the algorithm lists in its exception, and OpenSSH's names of the same. */
	private static final Map<String, String> LISTS = Map.of(
			"kex", "KexAlgorithms", "server_host_key", "HostKeyAlgorithms",
			"cipher.c2s", "Ciphers", "cipher.s2c", "Ciphers", "mac.c2s", "MACs", "mac.s2c", "MACs");

	private LoginFailure() {
	}

	static FenceException explain(Throwable failure, SshSettings settings, KnownHostKeys hostKeys) {
		if (failure instanceof JSchHostKeyException hostKey) {
			String name = settings.client().hostKeyAlias().orElse(settings.knownHostsName());
			return hostKeys.refusal(settings.address(), name, hostKey instanceof JSchRevokedHostKeyException, hostKey);
		}
		if (failure instanceof JSchAlgoNegoFailException negotiation) {
			return noCommonAlgorithm(negotiation, settings);
		}
		if (hostKeys.trusted() && isRefusal(failure)) {
			return Problems.of(Kind.LOGIN, NLS.bind(Messages.Login_Refused, new Object[] { settings.address(), settings.username(),
					Problems.describe(failure) }), Messages.Login_Refused_Advice, failure);
		}
		return Problems.of(Kind.PROTOCOL, NLS.bind(Messages.Handshake_Failed, settings.address(), Problems.describe(failure)),
				Messages.Handshake_Advice, failure);
	}

	/** When no method of logging in was left, the library throws its plain exception, as it does for a packet that is corrupt; only the words differ. */
	private static boolean isRefusal(Throwable failure) {
		return failure instanceof JSchSessionDisconnectException disconnect ? REFUSING_DISCONNECTS.contains(disconnect.getReasonCode())
				: failure instanceof JSchException && REFUSING_WORDS.stream().anyMatch(Problems.describe(failure)::startsWith);
	}

	private static FenceException noCommonAlgorithm(JSchAlgoNegoFailException failure, SshSettings settings) {
		String offered = failure.getServerProposal();
		Set<String> known = new LinkedHashSet<>(Arrays.asList(offered.split(",")));
		known.removeIf(algorithm -> JSch.getConfig(algorithm) == null);
		String list = LISTS.getOrDefault(failure.getAlgorithmName(), failure.getAlgorithmName());
		String advice = known.isEmpty() ? Messages.Algorithms_NoneKnown_Advice
				: NLS.bind(Messages.Algorithms_Advice, SshOptions.SSH_OPTIONS, "-o " + list + "=+" + known.iterator().next());
		return Problems.of(Kind.PROTOCOL, NLS.bind(Messages.Algorithms_NoneCommon, new Object[] { settings.address(), list,
				Problems.quote(offered) }), advice, failure);
	}
}
