package org.palisade.ui.internal.history;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.palisade.operations.HistoryEntry;
import org.palisade.ui.internal.Accessibility;

/** Everything that is known of one entry, with the timeline of its phases. Only for the UI thread. */
final class HistoryDetail {

	private final Text text;
	private final Timeline timeline;

	HistoryDetail(Composite parent) {
		Composite composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(composite);
		text = new Text(composite, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
		Accessibility.name(text, Messages.detail_accessible);
		GridDataFactory.fillDefaults().grab(true, true).hint(100, 40).applyTo(text);
		timeline = new Timeline(composite);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(timeline);
	}

	void show(Optional<HistoryEntry> entry) {
		text.setText(entry.map(HistoryDetail::describe).orElse(Messages.nothing_selected));
		timeline.show(entry);
	}

	private static String describe(HistoryEntry entry) {
		StringBuilder lines = new StringBuilder();
		add(lines, Messages.column_time, HistoryTable.TIME.format(entry.time()));
		add(lines, Messages.column_action, HistoryTexts.action(entry));
		add(lines, Messages.column_outcome, HistoryTexts.outcome(entry));
		add(lines, Messages.detail_message, entry.message());
		add(lines, Messages.column_plug, entry.shownPlug());
		add(lines, Messages.detail_uuids, entry.uuids());
		add(lines, Messages.detail_id, entry.id());
		add(lines, Messages.detail_states, HistoryTexts.states(entry));
		add(lines, Messages.column_server, entry.server());
		add(lines, Messages.detail_type, entry.backEndType());
		add(lines, Messages.detail_node, entry.nodeName());
		add(lines, Messages.detail_user, entry.user());
		add(lines, Messages.column_by, entry.service());
		add(lines, Messages.column_duration, HistoryTexts.duration(entry.duration()));
		return lines.toString();
	}

	private static void add(StringBuilder lines, String title, String value) {
		if (!value.isEmpty()) {
			lines.append(title).append(": ").append(value).append('\n');
		}
	}
}
