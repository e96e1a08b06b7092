package org.palisade.tck;

import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Deadline;

/** Back ends that show the password of every session. */
final class WrongSecrets {

	private WrongSecrets() {
	}

	static final class TellsThePasswordInDetail extends AlteredBackEnd {
		@Override
		public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
			FenceSession session = super.open(options, context, deadline);
			context.diagnostics().detail("logged in with " + options.secret(StandardOptions.PASSWORD).get().reveal());
			return session;
		}
	}

	static final class ShowsThePasswordOfASession extends AlteredBackEnd {
		@Override
		public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
			String password = options.secret(StandardOptions.PASSWORD).get().reveal();
			return new AlteredSession(super.open(options, context, deadline)) {
				@Override
				public String toString() {
					return "Session[" + password + "]";
				}
			};
		}
	}
}
