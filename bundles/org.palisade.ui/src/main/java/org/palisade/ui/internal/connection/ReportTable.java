package org.palisade.ui.internal.connection;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.palisade.operations.ConnectionReport;
import org.palisade.operations.ConnectionStage;
import org.palisade.ui.internal.Accessibility;
import org.palisade.ui.internal.Images;

/** Which stage of a connection passed and which failed, and how to mend that. Only for the UI thread. */
final class ReportTable {

	private static final int HEIGHT = 3;

	private final Composite composite;
	private final Table table;
	private final Text explanation;

	ReportTable(Composite parent) {
		composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(composite);
		table = new Table(composite, SWT.BORDER | SWT.NO_SCROLL);
		Accessibility.name(table, Messages.report_accessible);
		GridDataFactory.fillDefaults().applyTo(table);
		for (ConnectionStage stage : ConnectionStage.values()) {
			TableItem item = new TableItem(table, SWT.NONE);
			item.setText(title(stage));
			item.setImage(Images.NOT_TRIED.image());
		}
		explanation = new Text(composite, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
		Accessibility.name(explanation, Messages.explanation_accessible);
		GridDataFactory.fillDefaults().grab(true, true).hint(300, explanation.getLineHeight() * HEIGHT).applyTo(explanation);
		clear();
	}

	Composite control() {
		return composite;
	}

	void clear() {
		for (TableItem item : table.getItems()) {
			item.setImage(Images.NOT_TRIED.image());
		}
		explanation.setText(Messages.not_tested);
	}

	void show(ConnectionReport report) {
		for (ConnectionStage stage : ConnectionStage.values()) {
			boolean failed = report.failed().filter(stage::equals).isPresent();
			table.getItem(stage.ordinal()).setImage((report.passed(stage) ? Images.PASSED : failed ? Images.FAILED : Images.NOT_TRIED).image());
		}
		explanation.setText(report.failed().map(stage -> explain(stage, report)).orElse(Messages.all_passed));
	}

	private static String explain(ConnectionStage stage, ConnectionReport report) {
		return report.problem().map(problem -> NLS.bind(Messages.stage_failed, title(stage), problem.message())
				+ (problem.advice().isEmpty() ? "" : "\n\n" + NLS.bind(Messages.stage_advice, problem.advice()))
				+ (stage == ConnectionStage.TLS ? "\n\n" + Messages.tls_advice : "")).orElse("");
	}

	private static String title(ConnectionStage stage) {
		return switch (stage) {
			case OPTIONS -> Messages.stage_options;
			case DNS -> Messages.stage_dns;
			case TCP -> Messages.stage_tcp;
			case TLS -> Messages.stage_tls;
			case LOGIN -> Messages.stage_login;
			case PRIVILEGE -> Messages.stage_privilege;
		};
	}
}
