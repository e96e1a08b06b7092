package org.palisade.acceptance.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** VMware's own command line, by which the tests change inventories and see what really happened. */
public final class Govc {

	private final Path executable = Lab.command("govc");
	private final Map<String, String> environment;

	/**
	 * @param url of the server's SDK end point
	 * @param username of the log-in
	 * @param password of the log-in
	 */
	public Govc(String url, String username, String password) {
		environment = Map.of("GOVC_URL", url, "GOVC_USERNAME", username, "GOVC_PASSWORD", password, "GOVC_INSECURE", "1",
				"GOVC_PERSIST_SESSION", "false");
	}

	/** {@return the variables by which govc knows server and log-in} */
	public Map<String, String> environment() {
		return environment;
	}

	/** {@return what it printed, without white space around it} It must succeed. */
	public String run(String... arguments) {
		return execute(arguments).require().strip();
	}

	/** {@return the power state as vSphere writes it} */
	public String powerState(String machine) {
		return run("collect", "-s", machine, "runtime.powerState");
	}

	/** {@return whether the server says that the machine is powered on} */
	public boolean isOn(String machine) {
		return switch (powerState(machine)) {
			case "poweredOn" -> true;
			case "poweredOff" -> false;
			default -> throw new AssertionError(machine + " is neither on nor off");
		};
	}

	/** Has the machine powered on, or off, if it is not. */
	public void power(String machine, boolean on) {
		if (isOn(machine) != on) {
			run("vm.power", on ? "-on" : "-off", machine);
		}
	}

	/** Gives the object this name, stored as it is, if it has another one. */
	public void rename(String object, String name) {
		// vcsim takes the name that an object has already for a mistake.
		if (!run("collect", "-s", object, "name").equals(name)) {
			run("object.rename", object, name);
		}
	}

	/** {@return the inventory path's managed object reference, in the form in which govc takes it for a path: {@code Type:value}} */
	public String reference(String path) {
		return run("ls", "-i", path);
	}

	/** {@return references of the machine's recent tasks} */
	public List<String> tasks(String machine) {
		return List.of(run("collect", "-s", machine, "recentTask").split(","));
	}

	/** {@return name and state of each task that the machine has beyond {@code known}, as in {@code PowerOff success}} */
	public List<String> tasksBeyond(List<String> known, String machine) {
		return tasks(machine).stream().filter(task -> !known.contains(task))
				.map(task -> run("collect", "-s", task, "info.name", "info.state").replace('\n', ' ')).toList();
	}

	/** {@return one line for each session that is not govc's own} */
	public List<String> foreignSessions() {
		return run("session.ls").lines().skip(1).filter(line -> !line.contains("govc/")).toList();
	}

	private Outcome execute(String... arguments) {
		Command command = new Command(executable.toString());
		for (String argument : arguments) {
			command.argument(argument);
		}
		environment.forEach(command::environment);
		return command.run();
	}
}
