package org.palisade.cluster.model;

import java.util.List;
import java.util.Optional;

/** Says how a change is written in a document's form. It changes nothing itself; the edits refer to the document that it was made for. */
public interface DocumentEditor {

	/** {@return the edits after which an option has this name and this value} */
	List<TextEdit> replaceOption(ClusterOption option, String name, String value);

	/** {@return the edit after which an option is gone} */
	default TextEdit removeOption(ClusterOption option) {
		return TextEdit.remove(option.place().whole());
	}

	/** {@return the edit after which a device has one more option} */
	TextEdit addOption(FenceDevice device, String name, String value);

	/** {@return the edit after which a device has another agent} */
	TextEdit replaceAgent(FenceDevice device, String agent);

	/** {@return the edit after which a device has one more operation, empty where this form has none} */
	default Optional<TextEdit> addMonitor(FenceDevice device, String interval) {
		return Optional.empty();
	}

	/** {@return the edit after which a level names another device in this step} */
	TextEdit replaceDevice(DeviceUse use, String device);

	/** {@return the edit after which a node has one more method with one device, empty where methods do not stand with the node} */
	default Optional<TextEdit> addMethod(ClusterNode node, String method, String device, String plug) {
		return Optional.empty();
	}

	/** {@return the edits that every change of this document entails: {@code config_version} of {@code cluster.conf} grows by one} */
	default List<TextEdit> versionEdits() {
		return List.of();
	}
}
