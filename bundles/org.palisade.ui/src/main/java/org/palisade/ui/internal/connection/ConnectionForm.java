package org.palisade.ui.internal.connection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.connections.Connection;
import org.palisade.connections.Timeouts;
import org.palisade.connections.Trust;
import org.palisade.ui.internal.preference.FencingPreferences;

/** The fields of a connection, for the wizard and the property page. Only for the UI thread. */
final class ConnectionForm {

	private final String id;
	private final List<String> takenNames;
	private List<FenceBackEnd> backEnds;
	private final Runnable changed;
	private final FormWidgets widgets;

	private Text name;
	private Text address;
	private Combo backEnd;
	/** Also while it is not installed. */
	private String chosenType = "";
	private OptionFields options;
	private Text datacenter;
	private Text user;
	private PasswordFields password;
	private Button systemTrust;
	private Button fileTrust;
	private Button pinnedTrust;
	private Text authorities;
	private Label pin;
	private Optional<Trust.Pinned> pinned = Optional.empty();
	private Spinner loginLimit;
	private Spinner answerLimit;
	private Spinner powerLimit;

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
		this.widgets = new FormWidgets(changed);
	}

	Composite create(Composite parent) {
		Composite composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(composite);
		createServer(FormWidgets.group(composite, Messages.group_server, 2));
		options = new OptionFields(FormWidgets.group(composite, Messages.group_options, 2), changed);
		createLogin(FormWidgets.group(composite, Messages.group_login, 2));
		createTrust(FormWidgets.group(composite, Messages.group_trust, 3));
		createLimits(FormWidgets.group(composite, Messages.group_limits, 6));
		enableTrust();
		return composite;
	}

	private void createServer(Group group) {
		name = widgets.text(group, Messages.label_name, Messages.hint_name, SWT.BORDER);
		address = widgets.text(group, Messages.label_address, Messages.hint_address, SWT.BORDER);
		address.addModifyListener(event -> forgetPinOfOtherAddress());
		FormWidgets.label(group, Messages.label_back_end);
		backEnd = new Combo(group, SWT.READ_ONLY);
		fillBackEnds();
		// The summaries are whole sentences; the field need not be as wide as the longest.
		GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(backEnd);
		backEnd.addModifyListener(event -> backEndChosen());
		datacenter = widgets.text(group, Messages.label_datacenter, Messages.hint_datacenter, SWT.BORDER);
	}

	private void createLogin(Group group) {
		user = widgets.text(group, Messages.label_user, Messages.hint_user, SWT.BORDER);
		password = new PasswordFields(group, widgets);
	}

	private void createTrust(Group group) {
		systemTrust = widgets.radio(group, Messages.trust_system, this::enableTrust);
		GridDataFactory.fillDefaults().span(3, 1).applyTo(systemTrust);
		fileTrust = widgets.radio(group, Messages.trust_file, this::enableTrust);
		authorities = widgets.fileField(group, Messages.trust_file);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(authorities.getParent());
		pinnedTrust = widgets.radio(group, Messages.trust_pinned, this::enableTrust);
		pin = new Label(group, SWT.NONE);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT).applyTo(pin);
		systemTrust.setSelection(true);
	}

	private void createLimits(Group group) {
		Timeouts preferred = FencingPreferences.timeouts();
		loginLimit = widgets.seconds(group, Messages.limit_login, preferred.login());
		answerLimit = widgets.seconds(group, Messages.limit_answer, preferred.answer());
		powerLimit = widgets.seconds(group, Messages.limit_power, preferred.power());
	}

	private void fillBackEnds() {
		backEnd.removeAll();
		backEnds.forEach(candidate -> backEnd.add(NLS.bind(Messages.back_end, candidate.type(), candidate.summary())));
	}

	/**
	 * Offers other back ends. The one that was chosen stays so, with what was entered for it; when it was away and comes back, perhaps as another version,
	 * it is chosen again.
	 */
	void offer(List<FenceBackEnd> installed) {
		if (installed.equals(backEnds)) {
			return;
		}
		backEnds = installed;
		fillBackEnds();
		selectBackEnd(chosenType);
		changed.run();
	}

	/** Is told as well, perhaps later, when the list was filled anew and the same is chosen again. */
	private void backEndChosen() {
		if (backEnd.getSelectionIndex() < 0) {
			return;
		}
		if (chosen().type().equals(chosenType)) {
			options.showInstead(chosen());
		} else {
			chosenType = chosen().type();
			options.show(chosen(), Map.of());
			password.adapt(requires(StandardOptions.USERNAME), requires(StandardOptions.PASSWORD));
		}
		changed.run();
	}

	private FenceBackEnd chosen() {
		return backEnds.get(backEnd.getSelectionIndex());
	}

	private boolean requires(String option) {
		return backEnd.getSelectionIndex() < 0 || chosen().requiredOptions().contains(option);
	}

	private void enableTrust() {
		FormWidgets.enableFileField(authorities, fileTrust.getSelection());
		pinnedTrust.setEnabled(pinned.isPresent());
		pin.setText(pinned.map(Trust.Pinned::fingerprint).orElse(Messages.no_pin));
		pin.setToolTipText(pinned.map(Trust.Pinned::fingerprint).orElse(""));
	}

	private void forgetPinOfOtherAddress() {
		if (pinned.filter(now -> !now.address().equals(address.getText().strip())).isPresent()) {
			pinned = Optional.empty();
			if (pinnedTrust.getSelection()) {
				pinnedTrust.setSelection(false);
				systemTrust.setSelection(true);
			}
			enableTrust();
		}
	}

	/** Has exactly this certificate trusted. */
	void pin(Trust.Pinned trust) {
		pinned = Optional.of(trust);
		systemTrust.setSelection(false);
		fileTrust.setSelection(false);
		pinnedTrust.setSelection(true);
		enableTrust();
		changed.run();
	}

	/**
	 * Shows a connection.
	 *
	 * @param passwordIsKnown whether there is a password already
	 * @param keptSecrets the names of options that are secrets and kept already
	 */
	void show(Connection connection, boolean passwordIsKnown, Set<String> keptSecrets) {
		options.keep(keptSecrets);
		name.setText(connection.name());
		pinned = connection.trust() instanceof Trust.Pinned trust ? Optional.of(trust) : Optional.empty();
		address.setText(connection.address());
		selectBackEnd(connection.backEndType());
		if (backEnd.getSelectionIndex() >= 0) {
			options.show(chosen(), connection.options());
		}
		datacenter.setText(connection.datacenter().orElse(""));
		user.setText(connection.user());
		password.show(connection.password(), passwordIsKnown);
		systemTrust.setSelection(connection.trust() instanceof Trust.SystemAuthorities);
		fileTrust.setSelection(connection.trust() instanceof Trust.AuthoritiesFile);
		authorities.setText(connection.trust() instanceof Trust.AuthoritiesFile file ? file.file() : "");
		pinnedTrust.setSelection(pinned.isPresent());
		loginLimit.setSelection(connection.timeouts().login());
		answerLimit.setSelection(connection.timeouts().answer());
		powerLimit.setSelection(connection.timeouts().power());
		enableTrust();
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
				chosen().type(), trust(), password.source(),
				new Timeouts(loginLimit.getSelection(), answerLimit.getSelection(), powerLimit.getSelection()),
				Optional.of(datacenter.getText().strip()).filter(text -> !text.isEmpty()), options.values());
	}

	/** {@return the password if one was entered} */
	Optional<Secret> password() {
		return password.password();
	}

	/** {@return the options that are secrets and were entered, or emptied, by name; others are as they are kept} */
	Map<String, Optional<Secret>> secretOptions() {
		return options.secrets();
	}

	private Trust trust() {
		if (fileTrust.getSelection()) {
			return new Trust.AuthoritiesFile(authorities.getText().strip());
		}
		return pinnedTrust.getSelection() && pinned.isPresent() ? pinned.get() : new Trust.SystemAuthorities();
	}

	/** {@return what is wrong with the fields, empty when they can be tried} */
	Optional<String> problem() {
		List<String> problems = new ArrayList<>();
		if (name.getText().isBlank()) {
			problems.add(Messages.name_missing);
		} else if (takenNames.contains(name.getText().strip())) {
			problems.add(NLS.bind(Messages.name_taken, name.getText().strip()));
		}
		if (address.getText().isBlank() && requires(StandardOptions.IP)) {
			problems.add(Messages.address_missing);
		}
		if (backEnd.getSelectionIndex() < 0) {
			problems.add(Messages.back_end_missing);
		}
		if (user.getText().isBlank() && requires(StandardOptions.USERNAME)) {
			problems.add(Messages.user_missing);
		}
		options.missing().forEach(option -> problems.add(NLS.bind(Messages.option_missing, option)));
		password.problem().ifPresent(problems::add);
		if (fileTrust.getSelection() && !Files.isReadable(Path.of(authorities.getText().strip()))) {
			problems.add(Messages.authorities_unreadable);
		}
		return problems.stream().findFirst();
	}
}
