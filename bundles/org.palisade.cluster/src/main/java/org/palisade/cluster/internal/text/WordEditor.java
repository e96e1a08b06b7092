package org.palisade.cluster.internal.text;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.DocumentEditor;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.TextEdit;

/** Writes changes in the forms that consist of words. */
public final class WordEditor implements DocumentEditor {

	private final BinaryOperator<String> option;
	private final UnaryOperator<String> monitor;

	/**
	 * @param option writes an option, given its name and value
	 * @param monitor writes the operation that monitors, given its interval; only asked where a device has a place for it
	 */
	public WordEditor(BinaryOperator<String> option, UnaryOperator<String> monitor) {
		this.option = option;
		this.monitor = monitor;
	}

	@Override
	public List<TextEdit> replaceOption(ClusterOption old, String name, String value) {
		if (name.equals(old.name()) && value.equals(old.text())) {
			return List.of();
		}
		ClusterOption.Place place = old.place();
		// Properties in the output of pcs are no words; how name and value are separated there depends on its version.
		boolean word = place.name().equals(place.value());
		return word ? List.of(TextEdit.replace(place.value(), option.apply(name, value)))
				: List.of(TextEdit.replace(place.name(), name), TextEdit.replace(place.value(), value));
	}

	@Override
	public TextEdit addOption(FenceDevice device, String name, String value) {
		return device.place().options().insert(option.apply(name, value));
	}

	@Override
	public TextEdit replaceAgent(FenceDevice device, String agent) {
		return TextEdit.replace(device.place().agent(), agent);
	}

	@Override
	public Optional<TextEdit> addMonitor(FenceDevice device, String interval) {
		return device.place().operations().map(point -> point.insert(monitor.apply(interval)));
	}

	@Override
	public TextEdit replaceDevice(DeviceUse use, String device) {
		return TextEdit.replace(use.where(), device);
	}
}
