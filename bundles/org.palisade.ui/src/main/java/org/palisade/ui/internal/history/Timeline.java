package org.palisade.ui.internal.history;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;
import org.palisade.operations.HistoryEntry;
import org.palisade.operations.PhaseTiming;
import org.palisade.ui.internal.command.OperationTexts;

/** A picture of when each phase of an operation ran: a bar each, with its name and duration. A screen reader is told the same in words. */
final class Timeline extends Canvas {

	private static final int MARGIN = 6;
	private static final int SHORTEST_BAR = 3;

	private static final String COLOR = "org.palisade.ui.phase";
	private static final String COLOR_FAILED = "org.palisade.ui.phase.failed";

	private final IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
	private final IPropertyChangeListener themeListener = event -> redraw();
	private Optional<HistoryEntry> shown = Optional.empty();

	Timeline(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED);
		addListener(SWT.Paint, this::paint);
		themes.addPropertyChangeListener(themeListener);
		addListener(SWT.Dispose, event -> themes.removePropertyChangeListener(themeListener));
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = inWords();
			}
		});
	}

	void show(Optional<HistoryEntry> entry) {
		if (!entry.equals(shown)) {
			shown = entry;
			getParent().layout();
			redraw();
		}
	}

	private List<PhaseTiming> phases() {
		return shown.map(HistoryEntry::phases).orElse(List.of());
	}

	private String inWords() {
		StringJoiner words = new StringJoiner("; ").setEmptyValue(Messages.timeline_accessible);
		phases().forEach(timing -> words.add(label(timing)));
		return words.toString();
	}

	private static String label(PhaseTiming timing) {
		String text = OperationTexts.phase(timing.phase());
		return NLS.bind(timing.failed() ? Messages.phase_failed : Messages.phase, text, Long.toString(timing.duration().toMillis()));
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean hasChanged) {
		GC gc = new GC(this);
		int line = gc.getFontMetrics().getHeight() + 4;
		gc.dispose();
		int height = phases().isEmpty() ? 0 : phases().size() * line + 2 * MARGIN;
		return new Point(widthHint == SWT.DEFAULT ? 200 : widthHint, height);
	}

	private void paint(Event event) {
		List<PhaseTiming> phases = phases();
		if (phases.isEmpty()) {
			return;
		}
		GC gc = event.gc;
		gc.setAntialias(SWT.ON);
		Rectangle area = getClientArea();
		int line = gc.getFontMetrics().getHeight() + 4;
		int names = phases.stream().mapToInt(timing -> gc.textExtent(label(timing)).x).max().orElse(0);
		int left = Math.min(MARGIN + names + 10, area.width * 2 / 3);
		int width = Math.max(area.width - left - MARGIN, 1);
		double whole = Math.max(phases.stream().map(timing -> timing.start().plus(timing.duration())).max(Duration::compareTo).orElseThrow().toMillis(), 1);
		for (int i = 0; i < phases.size(); i++) {
			PhaseTiming timing = phases.get(i);
			int top = MARGIN + i * line;
			gc.setForeground(getForeground());
			gc.drawText(label(timing), MARGIN, top, true);
			int start = (int) (timing.start().toMillis() / whole * width);
			int bar = Math.max((int) (timing.duration().toMillis() / whole * width), SHORTEST_BAR);
			gc.setBackground(themes.getCurrentTheme().getColorRegistry().get(timing.failed() ? COLOR_FAILED : COLOR));
			gc.fillRoundRectangle(left + Math.min(start, width - SHORTEST_BAR), top + 3, Math.min(bar, width), line - 8, 4, 4);
		}
	}
}
