package org.palisade.ui.devices.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.ClusterConversion;
import org.palisade.cluster.ClusterDocument;
import org.palisade.cluster.ConfigurationFile;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.devices.DeviceConfiguration;

/**
 * What would be written, and what stands there now. Immutable.
 *
 * @param target the file that would be written; empty where none is chosen yet
 * @param text the new text with its secrets; empty when nothing can be written
 * @param before what stands in the file now, masked
 * @param after the new text, masked
 * @param losses what the form cannot say, a line each
 * @param problem why nothing can be written, for the user
 */
record ConversionPreview(Optional<Path> target, Optional<String> text, String before, String after, String losses, Optional<String> problem) {

	/** {@return the preview of a configuration in that form} Reads the files, so not for the UI thread. */
	static ConversionPreview of(Path source, ConfigurationForm form, Optional<Path> target) {
		DeviceConfiguration read = DeviceConfiguration.read(source);
		if (read.document().isEmpty()) {
			return failed(target, NLS.bind(Messages.file_problem, source, read.problem().orElse("")));
		}
		try {
			Optional<ClusterDocument> existing = existing(target);
			ClusterConversion conversion = ClusterConversion.of(read.document().get(), form);
			ClusterDocument written = successor(ClusterDocument.parse(conversion.text(), form), existing);
			String losses = conversion.losses().stream().map(loss -> loss.where().line() == 0 ? loss.description()
					: NLS.bind(Messages.loss_line, Integer.toString(loss.where().line()), loss.description())).collect(Collectors.joining("\n"));
			return new ConversionPreview(target, Optional.of(written.text()), existing.map(ClusterDocument::maskedText).orElse(""), written.maskedText(), losses,
					Optional.empty());
		} catch (IOException | ClusterSyntaxException e) {
			return failed(target, NLS.bind(Messages.target_problem, target.map(Path::toString).orElse(""), e.getMessage()));
		}
	}

	private static ConversionPreview failed(Optional<Path> target, String problem) {
		return new ConversionPreview(target, Optional.empty(), "", "", "", Optional.of(problem));
	}

	/** Only a configuration is ever replaced: a file that is none was chosen by mistake. */
	private static Optional<ClusterDocument> existing(Optional<Path> target) throws IOException, ClusterSyntaxException {
		return target.isPresent() && Files.exists(target.get()) ? Optional.of(ClusterDocument.parse(ConfigurationFile.read(target.get()).text()))
				: Optional.empty();
	}

	/** RHCS takes a configuration over only when its version is higher than that of the one before. */
	private static ClusterDocument successor(ClusterDocument written, Optional<ClusterDocument> before) throws ClusterSyntaxException {
		Optional<ClusterOption> version = written.configuration().version();
		Optional<Long> former = before.flatMap(known -> known.configuration().version()).map(ClusterOption::text).filter(text -> text.matches("\\d{1,15}"))
				.map(Long::valueOf);
		if (version.isEmpty() || former.isEmpty()) {
			return written;
		}
		return written.with(List.copyOf(written.editor().replaceOption(version.get(), version.get().name(), Long.toString(former.get() + 1))));
	}

	/** Does not show the text. */
	@Override
	public String toString() {
		return "ConversionPreview[" + target + ", " + problem + "]";
	}
}
