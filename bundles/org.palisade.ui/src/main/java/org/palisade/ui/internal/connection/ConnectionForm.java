package org.palisade.ui.internal.connection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ModifyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.option.Secret;
import org.palisade.connections.Connection;
import org.palisade.connections.PasswordSource;
import org.palisade.connections.Timeouts;
import org.palisade.connections.Trust;
import org.palisade.ui.internal.Accessibility;

/** The fields of a connection, for the wizard and the property page. Only for the UI thread. */
final class ConnectionForm {

	private final String id;
	private final List<String> takenNames;
	private final List<FenceBackEnd> backEnds;
	private final Runnable changed;

	private Text name;
	private Text address;
	private Combo backEnd;
	private Text datacenter;
	private Text user;
	private Button stored;
	private Button asked;
	private Button scripted;
	private Text password;
	private Text script;
	private Button systemTrust;
	private Button fileTrust;
	private Button pinnedTrust;
	private Text authorities;
	private Label pin;
	private Optional<Trust.Pinned> pinned = Optional.empty();
	private Spinner loginLimit;
	private Spinner answerLimit;
	private Spinner powerLimit;
	private boolean passwordKnown;

	/**
	 * @param id the id of the connection
	 * @param takenNames names of other connections
	 * @param backEnds those that are installed
	 * @param changed told of every change by the user
	 */
	ConnectionForm(String id, List<String> takenNames, List<FenceBackEnd> backEnds, Runnable changed) {
		this.id = id;
		this.takenNames = takenNames;
		this.backEnds = backEnds;
		this.changed = changed;
	}

	Composite create(Composite parent) {
		Composite composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(composite);
		createServer(group(composite, Messages.group_server, 2));
		createLogin(group(composite, Messages.group_login, 2));
		createTrust(group(composite, Messages.group_trust, 3));
		createLimits(group(composite, Messages.group_limits, 6));
		enable();
		return composite;
	}

	private static Group group(Composite parent, String title, int columns) {
		Group group = new Group(parent, SWT.NONE);
		group.setText(title);
		GridLayoutFactory.swtDefaults().numColumns(columns).applyTo(group);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
		return group;
	}

	private void createServer(Group group) {
		name = text(group, Messages.label_name, Messages.hint_name, SWT.BORDER);
		address = text(group, Messages.label_address, Messages.hint_address, SWT.BORDER);
		address.addModifyListener(event -> forgetPinOfOtherAddress());
		label(group, Messages.label_back_end);
		backEnd = new Combo(group, SWT.READ_ONLY);
		backEnds.forEach(candidate -> backEnd.add(NLS.bind(Messages.back_end, candidate.type(), candidate.summary())));
		// The summaries are whole sentences; the field need not be as wide as the longest.
		GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(backEnd);
		backEnd.addModifyListener(event -> changed.run());
		datacenter = text(group, Messages.label_datacenter, Messages.hint_datacenter, SWT.BORDER);
	}

	private void createLogin(Group group) {
		user = text(group, Messages.label_user, Messages.hint_user, SWT.BORDER);
		label(group, Messages.label_password_source);
		Composite choices = new Composite(group, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).applyTo(choices);
		stored = radio(choices, Messages.password_stored);
		asked = radio(choices, Messages.password_asked);
		scripted = radio(choices, Messages.password_script);
		stored.setSelection(true);
		password = text(group, Messages.label_password, "", SWT.BORDER | SWT.PASSWORD);
		label(group, Messages.label_script);
		script = fileField(group, Messages.label_script);
	}

	private void createTrust(Group group) {
		systemTrust = radio(group, Messages.trust_system);
		GridDataFactory.fillDefaults().span(3, 1).applyTo(systemTrust);
		fileTrust = radio(group, Messages.trust_file);
		authorities = fileField(group, Messages.trust_file);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(authorities.getParent());
		pinnedTrust = radio(group, Messages.trust_pinned);
		pin = new Label(group, SWT.NONE);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT).applyTo(pin);
		systemTrust.setSelection(true);
	}

	private void createLimits(Group group) {
		loginLimit = spinner(group, Messages.limit_login, Timeouts.DEFAULT.login());
		answerLimit = spinner(group, Messages.limit_answer, Timeouts.DEFAULT.answer());
		powerLimit = spinner(group, Messages.limit_power, Timeouts.DEFAULT.power());
	}

	private static void label(Composite parent, String text) {
		new Label(parent, SWT.NONE).setText(text);
	}

	private Text text(Composite parent, String title, String hint, int style) {
		label(parent, title);
		Text text = new Text(parent, style);
		text.setMessage(hint);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		text.addModifyListener(listener());
		return text;
	}

	private ModifyListener listener() {
		return event -> changed.run();
	}

	private Text fileField(Composite parent, String title) {
		Composite composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(composite);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(composite);
		Text text = new Text(composite, SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
		Accessibility.name(text, title);
		text.addModifyListener(listener());
		Button browse = new Button(composite, SWT.PUSH);
		browse.setText(Messages.browse);
		browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(
				event -> Optional.ofNullable(new FileDialog(composite.getShell(), SWT.OPEN).open()).ifPresent(text::setText)));
		return text;
	}

	private Button radio(Composite parent, String title) {
		Button button = new Button(parent, SWT.RADIO);
		button.setText(title);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			enable();
			changed.run();
		}));
		return button;
	}

	private Spinner spinner(Composite parent, String title, int value) {
		label(parent, title);
		Spinner spinner = new Spinner(parent, SWT.BORDER);
		spinner.setValues(value, 0, Timeouts.LONGEST, 0, 1, 10);
		spinner.addModifyListener(listener());
		return spinner;
	}

	private void enable() {
		password.setEnabled(!scripted.getSelection());
		enableField(script, scripted.getSelection());
		enableField(authorities, fileTrust.getSelection());
		pinnedTrust.setEnabled(pinned.isPresent());
		pin.setText(pinned.map(Trust.Pinned::fingerprint).orElse(Messages.no_pin));
		pin.setToolTipText(pinned.map(Trust.Pinned::fingerprint).orElse(""));
	}

	private static void enableField(Text field, boolean enabled) {
		for (var control : field.getParent().getChildren()) {
			control.setEnabled(enabled);
		}
	}

	private void forgetPinOfOtherAddress() {
		if (pinned.filter(now -> !now.address().equals(address.getText().strip())).isPresent()) {
			pinned = Optional.empty();
			if (pinnedTrust.getSelection()) {
				pinnedTrust.setSelection(false);
				systemTrust.setSelection(true);
			}
			enable();
		}
	}

	/** Has exactly this certificate trusted. */
	void pin(Trust.Pinned trust) {
		pinned = Optional.of(trust);
		systemTrust.setSelection(false);
		fileTrust.setSelection(false);
		pinnedTrust.setSelection(true);
		enable();
		changed.run();
	}

	/** Shows a connection. */
	void show(Connection connection, boolean passwordIsKnown) {
		passwordKnown = passwordIsKnown;
		name.setText(connection.name());
		pinned = connection.trust() instanceof Trust.Pinned trust ? Optional.of(trust) : Optional.empty();
		address.setText(connection.address());
		selectBackEnd(connection.backEndType());
		datacenter.setText(connection.datacenter().orElse(""));
		user.setText(connection.user());
		stored.setSelection(connection.password() instanceof PasswordSource.SecureStorage);
		asked.setSelection(connection.password() instanceof PasswordSource.Memory);
		scripted.setSelection(connection.password() instanceof PasswordSource.Script);
		script.setText(connection.password() instanceof PasswordSource.Script source ? source.path() : "");
		password.setMessage(passwordIsKnown ? Messages.password_unchanged : "");
		systemTrust.setSelection(connection.trust() instanceof Trust.SystemAuthorities);
		fileTrust.setSelection(connection.trust() instanceof Trust.AuthoritiesFile);
		authorities.setText(connection.trust() instanceof Trust.AuthoritiesFile file ? file.file() : "");
		pinnedTrust.setSelection(pinned.isPresent());
		loginLimit.setSelection(connection.timeouts().login());
		answerLimit.setSelection(connection.timeouts().answer());
		powerLimit.setSelection(connection.timeouts().power());
		enable();
	}

	void selectBackEnd(String type) {
		for (int i = 0; i < backEnds.size(); i++) {
			if (backEnds.get(i).type().equals(type)) {
				backEnd.select(i);
			}
		}
	}

	/** {@return the connection as it is entered} Of what {@link #problem} has none. */
	Connection connection() {
		return new Connection(id, name.getText().strip(), address.getText().strip(), user.getText().strip(),
				backEnds.get(backEnd.getSelectionIndex()).type(), trust(), passwordSource(),
				new Timeouts(loginLimit.getSelection(), answerLimit.getSelection(), powerLimit.getSelection()),
				Optional.of(datacenter.getText().strip()).filter(text -> !text.isEmpty()));
	}

	/** {@return the password if one was entered} */
	Optional<Secret> password() {
		return scripted.getSelection() || password.getText().isEmpty() ? Optional.empty() : Optional.of(Secret.of(password.getText()));
	}

	private Trust trust() {
		if (fileTrust.getSelection()) {
			return new Trust.AuthoritiesFile(authorities.getText().strip());
		}
		return pinnedTrust.getSelection() && pinned.isPresent() ? pinned.get() : new Trust.SystemAuthorities();
	}

	private PasswordSource passwordSource() {
		if (scripted.getSelection()) {
			return new PasswordSource.Script(script.getText().strip());
		}
		return asked.getSelection() ? new PasswordSource.Memory() : new PasswordSource.SecureStorage();
	}

	/** {@return what is wrong with the fields, empty when they can be tried} */
	Optional<String> problem() {
		List<String> problems = new ArrayList<>();
		if (name.getText().isBlank()) {
			problems.add(Messages.name_missing);
		} else if (takenNames.contains(name.getText().strip())) {
			problems.add(NLS.bind(Messages.name_taken, name.getText().strip()));
		}
		if (address.getText().isBlank()) {
			problems.add(Messages.address_missing);
		}
		if (backEnd.getSelectionIndex() < 0) {
			problems.add(Messages.back_end_missing);
		}
		if (user.getText().isBlank()) {
			problems.add(Messages.user_missing);
		}
		addFileProblems(problems);
		return problems.stream().findFirst();
	}

	private void addFileProblems(List<String> problems) {
		if (scripted.getSelection()) {
			if (!Files.isExecutable(Path.of(script.getText().strip())) || Files.isDirectory(Path.of(script.getText().strip()))) {
				problems.add(Messages.script_not_executable);
			}
		} else if (stored.getSelection() && password.getText().isEmpty() && !passwordKnown) {
			problems.add(Messages.password_missing);
		}
		if (fileTrust.getSelection() && !Files.isReadable(Path.of(authorities.getText().strip()))) {
			problems.add(Messages.authorities_unreadable);
		}
	}
}
