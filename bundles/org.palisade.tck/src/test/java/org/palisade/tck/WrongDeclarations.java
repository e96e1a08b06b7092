package org.palisade.tck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Cancellation;

/** Back ends that describe themselves or check their options wrongly. */
final class WrongDeclarations {

	private WrongDeclarations() {
	}

	@CaughtBy("theTypeIsOfLowerCaseLettersAndDigits")
	static final class CapitalInType extends AlteredBackEnd {
		@Override
		public String type() {
			return "Memory";
		}
	}

	@CaughtBy("theSummaryIsOneLine")
	static final class NoSummary extends AlteredBackEnd {
		@Override
		public String summary() {
			return " ";
		}
	}

	@CaughtBy("theOptionsAreDescribedInOneLine")
	static final class NoDescription extends MoreOptions {
		@Override
		OptionDeclaration more() {
			return OptionDeclaration.of("memory_more", OptionType.STRING, "");
		}
	}

	@CaughtBy("theOptionsAreOfTheBackEndsOwn")
	static final class DeclaresAStandardOption extends MoreOptions {
		@Override
		OptionDeclaration more() {
			return OptionDeclaration.of(StandardOptions.EXEC, OptionType.STRING, "Executable");
		}
	}

	@CaughtBy("noNameOrLetterIsDeclaredTwice")
	static final class DeclaresALetterTwice extends MoreOptions {
		@Override
		OptionDeclaration more() {
			return OptionDeclaration.of("memory_more", OptionType.STRING, "More").withLetter('M');
		}
	}

	@CaughtBy("noNameOrLetterIsDeclaredTwice")
	static final class DeclaresAnOldNameTwice extends MoreOptions {
		@Override
		OptionDeclaration more() {
			return OptionDeclaration.of("memory_more", OptionType.STRING, "More").withOldNames("memory_strict");
		}
	}

	@CaughtBy("eachDefaultIsAValueOfItsOption")
	static final class ImpossibleDefault extends MoreOptions {
		@Override
		OptionDeclaration more() {
			return OptionDeclaration.of("memory_more", OptionType.SECOND, "More").withDefault("soon");
		}
	}

	@CaughtBy("passwordsAreDeclaredAsSecrets")
	static final class PasswordAsString extends MoreOptions {
		@Override
		OptionDeclaration more() {
			return OptionDeclaration.of("memory_passwd", OptionType.STRING, "More");
		}
	}

	@CaughtBy("aScriptPrintsASecretThatExists")
	static final class PrintsNoSecret extends MoreOptions {
		@Override
		OptionDeclaration more() {
			return OptionDeclaration.script("memory_more", "memory_strict", "More");
		}
	}

	@CaughtBy("theDeclarationsAreTheSameEachTime")
	static final class ChangesItsMind extends MoreOptions {
		private boolean asked;

		@Override
		OptionDeclaration more() {
			asked = !asked;
			return OptionDeclaration.of("memory_more", OptionType.STRING, asked ? "More" : "Even more");
		}
	}

	@CaughtBy({ "theRequiredOptionsExist", "theTestBedGivesWhatIsRequired" })
	static final class RequiresWhatIsNotThere extends AlteredBackEnd {
		@Override
		public Set<String> requiredOptions() {
			return Set.of("memory_more");
		}
	}

	@CaughtBy("theTestBedGivesWhatIsRequired")
	static final class RequiresWhatIsNotNeeded extends AlteredBackEnd {
		@Override
		public Set<String> requiredOptions() {
			return Set.of(StandardOptions.IP, StandardOptions.USERNAME);
		}
	}

	@CaughtBy({ "goodValuesAreValid", "aPasswordThatIsStillToComeIsNotMissed", "validationContactsNobody" })
	static final class RefusesGoodValues extends AlteredBackEnd {
		@Override
		public void validate(OptionValues options) throws FenceException {
			throw new FenceException(Kind.OPTION, "ip is no address", "");
		}
	}

	@CaughtBy("aPasswordThatIsStillToComeIsNotMissed")
	static final class MissesThePassword extends AlteredBackEnd {
		@Override
		public void validate(OptionValues options) throws FenceException {
			super.validate(options);
			if (options.secret(StandardOptions.PASSWORD).isEmpty()) {
				throw new FenceException(Kind.OPTION, "password is missing", "");
			}
		}
	}

	@CaughtBy("aMalformedValueIsRefusedByTheNameOfItsOption")
	static final class AcceptsAnything extends AlteredBackEnd {
		@Override
		public void validate(OptionValues options) {
			// Accepted.
		}
	}

	@CaughtBy("aMalformedValueIsRefusedByTheNameOfItsOption")
	static final class DoesNotSayWhichOption extends AlteredBackEnd {
		@Override
		public void validate(OptionValues options) throws FenceException {
			try {
				super.validate(options);
			} catch (FenceException e) {
				throw new FenceException(Kind.OPTION, "malformed", "");
			}
		}
	}

	@CaughtBy("validationContactsNobody")
	static final class ConnectsToValidate extends AlteredBackEnd {
		@Override
		public void validate(OptionValues options) throws FenceException {
			super.validate(options);
			if (options.secret(StandardOptions.PASSWORD).isPresent()) {
				SessionContext context = new SessionContext(Cancellation.never(), Diagnostics.none(), Duration.ofMillis(1));
				open(options, context, Bench.ample()).close(Bench.ample());
			}
		}
	}

	abstract static class MoreOptions extends AlteredBackEnd {
		@Override
		public final List<OptionDeclaration> options() {
			List<OptionDeclaration> options = new ArrayList<>(super.options());
			options.add(more());
			return options;
		}

		abstract OptionDeclaration more();
	}
}
