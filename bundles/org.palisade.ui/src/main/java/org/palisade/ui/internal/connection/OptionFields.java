package org.palisade.ui.internal.connection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.Secret;
import org.palisade.ui.internal.Accessibility;

/**
 * A field for each option that a back end declares. What is left empty has the option's default. Secrets are not shown: one that is kept is told by
 * dots, and what is typed there takes its place. Only for the UI thread.
 */
final class OptionFields {

	private static final List<String> YES_OR_NO = List.of("yes", "no");
	/** Label and field, twice in a row. */
	private static final int COLUMNS = 4;

	private final Group group;
	private final Runnable changed;
	private final Map<String, Supplier<String>> fields = new LinkedHashMap<>();
	private final Map<String, SecretField> secrets = new LinkedHashMap<>();
	private Set<String> kept = Set.of();
	private Optional<FenceBackEnd> shown = Optional.empty();

	/** @param changed told of every change by the user */
	OptionFields(Group group, Runnable changed) {
		this.group = group;
		this.changed = changed;
		GridLayoutFactory.swtDefaults().numColumns(COLUMNS).applyTo(group);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(group);
	}

	/** Has it known which secrets are kept already. They are not shown, and stay as they are unless somebody enters others. */
	void keep(Set<String> names) {
		kept = Set.copyOf(names);
	}

	/** Shows the options of a back end, with these values. */
	void show(FenceBackEnd backEnd, Map<String, String> values) {
		shown = Optional.of(backEnd);
		fields.clear();
		secrets.clear();
		for (Control control : group.getChildren()) {
			control.dispose();
		}
		for (OptionDeclaration option : backEnd.options()) {
			if (option.type() == OptionType.SECRET) {
				secrets.put(option.name(), addSecret(option));
			} else {
				fields.put(option.name(), add(option, values.getOrDefault(option.name(), "")));
			}
		}
		boolean none = fields.isEmpty() && secrets.isEmpty();
		group.setVisible(!none);
		GridDataFactory.createFrom((GridData) group.getLayoutData()).exclude(none).applyTo(group);
		makeRoom();
	}

	/** Shows the options of the back end that has taken the place of the one that is shown, with what was entered, secrets as well. */
	void showInstead(FenceBackEnd successor) {
		if (shown.filter(successor::equals).isPresent()) {
			return;
		}
		Map<String, Optional<Secret>> entered = enteredSecrets();
		show(successor, values());
		entered.forEach((name, secret) -> Optional.ofNullable(secrets.get(name)).ifPresent(field -> field.enter(secret)));
	}

	private void addLabel(OptionDeclaration option) {
		Label label = new Label(group, SWT.NONE);
		label.setText(NLS.bind(Messages.label_option, option.name()));
		label.setToolTipText(option.description());
	}

	private SecretField addSecret(OptionDeclaration option) {
		addLabel(option);
		SecretField field = new SecretField(group, kept.contains(option.name()), changed);
		field.control().setMessage(option.description());
		prepared(field.control(), option, () -> "");
		return field;
	}

	private Supplier<String> add(OptionDeclaration option, String value) {
		addLabel(option);
		List<String> choices = option.type() == OptionType.BOOLEAN ? YES_OR_NO : option.choices();
		return choices.isEmpty() ? addText(option, value) : addChoice(option, choices, value);
	}

	private Supplier<String> addText(OptionDeclaration option, String value) {
		Text text = new Text(group, SWT.BORDER);
		text.setMessage(option.defaultValue().orElse(option.description()));
		text.setText(value);
		text.addModifyListener(event -> changed.run());
		return prepared(text, option, text::getText);
	}

	private Supplier<String> addChoice(OptionDeclaration option, List<String> choices, String value) {
		Combo combo = new Combo(group, SWT.READ_ONLY);
		combo.add("");
		choices.forEach(combo::add);
		combo.select(Math.max(0, combo.indexOf(value)));
		combo.addModifyListener(event -> changed.run());
		return prepared(combo, option, combo::getText);
	}

	private static Supplier<String> prepared(Control control, OptionDeclaration option, Supplier<String> value) {
		control.setToolTipText(option.description());
		Accessibility.name(control, option.description());
		GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(control);
		return value;
	}

	/** A dialog does not grow by itself with what is in it. */
	private void makeRoom() {
		Composite parent = group.getParent();
		parent.layout(true, true);
		Shell shell = parent.getShell();
		Point wanted = shell.computeSize(SWT.DEFAULT, SWT.DEFAULT);
		if (shell.isVisible() && shell.getSize().y < wanted.y) {
			shell.setSize(shell.getSize().x, wanted.y);
		}
		shell.layout(true, true);
	}

	/** {@return what was entered, by the name of the option} */
	Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		fields.forEach((name, field) -> {
			String value = field.get().strip();
			if (!value.isEmpty()) {
				values.put(name, value);
			}
		});
		return values;
	}

	/** {@return the secrets that are others than those that are kept, by the name of the option; an empty one is to be forgotten} */
	Map<String, Optional<Secret>> secrets() {
		Map<String, Optional<Secret>> changes = new LinkedHashMap<>();
		// What another back end was told is none of this one's business.
		kept.stream().filter(name -> !secrets.containsKey(name)).forEach(name -> changes.put(name, Optional.empty()));
		changes.putAll(enteredSecrets());
		return changes;
	}

	private Map<String, Optional<Secret>> enteredSecrets() {
		Map<String, Optional<Secret>> entered = new LinkedHashMap<>();
		secrets.forEach((name, field) -> {
			if (field.isChanged()) {
				entered.put(name, field.entered());
			}
		});
		return entered;
	}

	/** {@return the options that the back end cannot do without and that are not entered} */
	List<String> missing() {
		List<String> missing = new ArrayList<>(fields.keySet());
		missing.removeIf(values()::containsKey);
		secrets.forEach((name, field) -> {
			if (field.isEmpty()) {
				missing.add(name);
			}
		});
		missing.removeIf(name -> !shown.orElseThrow().requiredOptions().contains(name));
		return missing;
	}
}
