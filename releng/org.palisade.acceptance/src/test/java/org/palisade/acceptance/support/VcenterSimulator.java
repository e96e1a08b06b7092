package org.palisade.acceptance.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running {@code vcenter-simulator} of an installed agent, and its control endpoint. */
public final class VcenterSimulator implements Server, AutoCloseable {

	private static final Pattern URL = Pattern.compile("listening on (\\S+)");
	private static final Pattern CONTROL = Pattern.compile("control on (\\S+)");

	private final Running process;
	private final URI url;
	private final URI control;
	private final HttpClient client = HttpClient.newHttpClient();

	private VcenterSimulator(Running process, URI url, URI control) {
		this.process = process;
		this.url = url;
		this.control = control;
	}

	/**
	 * Starts one and waits until it answers.
	 *
	 * @param options as of {@code vcenter-simulator}; address, user name and password are given already, and a lifetime of 20 minutes
	 */
	public static VcenterSimulator start(InstalledAgent agent, String... options) {
		Command command = new Command(agent.folder().resolve("bin/vcenter-simulator").toString(), "--username", "fencing", "--password",
				"c4nary sim=pass", "--lifetime", "1200");
		for (String option : options) {
			command.argument(option);
		}
		Running process = command.start();
		Await.until("the simulated vCenter", Duration.ofSeconds(60), () -> isReady(process));
		return new VcenterSimulator(process, find(URL, process.outSoFar()), find(CONTROL, process.outSoFar()));
	}

	private static boolean isReady(Running process) {
		if (!process.isAlive()) {
			throw new AssertionError("vcenter-simulator ended: " + process.outSoFar() + process.errSoFar());
		}
		return process.outSoFar().contains(": ready, ");
	}

	private static URI find(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		if (!matcher.find()) {
			throw new AssertionError("no " + pattern + " in " + text);
		}
		return URI.create(matcher.group(1));
	}

	@Override
	public int port() {
		return url.getPort();
	}

	@Override
	public String username() {
		return "fencing";
	}

	@Override
	public String password() {
		return "c4nary sim=pass";
	}

	/** {@return its process id} */
	public long pid() {
		return process.pid();
	}

	/** {@return VMware's own client for this server} */
	public Govc govc() {
		return new Govc(url.toString(), username(), password());
	}

	/** {@return the number of that name in the server's own account of what happened} */
	public long truth(String name) {
		return number(name, get("/truth"));
	}

	/** {@return how often that method of the vSphere API was called} */
	public long requests(String method) {
		String truth = get("/truth");
		return truth.contains("\"" + method + "\"") ? number(method, truth) : 0;
	}

	/** {@return how often each method of its APIs was called} */
	public Map<String, Long> requests() {
		Matcher all = Pattern.compile("\"requests\":\\{([^}]*)\\}").matcher(get("/truth"));
		if (!all.find()) {
			throw new AssertionError("no requests in the truth");
		}
		Map<String, Long> counts = new TreeMap<>();
		Matcher each = Pattern.compile("\"([^\"]+)\":(\\d+)").matcher(all.group(1));
		while (each.find()) {
			counts.put(each.group(1), Long.parseLong(each.group(2)));
		}
		return counts;
	}

	/** {@return the server's account of the machine of that name} */
	public String machine(String name) {
		return get("/vm?name=" + encoded(name));
	}

	/** {@return the text of that name in the server's account of the machine} */
	public String machine(String name, String property) {
		Matcher matcher = Pattern.compile("\"" + property + "\":\"([^\"]*)\"").matcher(machine(name));
		if (!matcher.find()) {
			throw new AssertionError("no " + property + " in " + machine(name));
		}
		return matcher.group(1);
	}

	/** {@return how often the machine was asked to power off by a client} */
	public long powerOffs(String name) {
		return number("powerOffs", machine(name));
	}

	/** {@return how often the machine was asked to power on by a client} */
	public long powerOns(String name) {
		return number("powerOns", machine(name));
	}

	/**
	 * Has the control endpoint do something.
	 *
	 * @param path of the request
	 * @param parameters names and values in turn
	 */
	public void post(String path, String... parameters) {
		StringJoiner form = new StringJoiner("&");
		for (int i = 0; i < parameters.length; i += 2) {
			form.add(encoded(parameters[i]) + "=" + encoded(parameters[i + 1]));
		}
		send(HttpRequest.newBuilder(control.resolve(path)).POST(BodyPublishers.ofString(form.toString())));
	}

	/** Has the control endpoint forget what was ordered and has not happened. */
	public void withdrawOrders() {
		send(HttpRequest.newBuilder(control.resolve("/fault")).DELETE());
	}

	private String get(String path) {
		return send(HttpRequest.newBuilder(control.resolve(path)).GET());
	}

	private String send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new AssertionError(response.body());
			}
			return response.body();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", e);
		}
	}

	private static long number(String name, String json) {
		Matcher matcher = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
		if (!matcher.find()) {
			throw new AssertionError("no " + name + " in " + json);
		}
		return Long.parseLong(matcher.group(1));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** Sends SIGTERM and waits for the end, within that time. */
	public Outcome terminate(Duration bound) {
		process.terminate();
		return process.await(bound);
	}

	@Override
	public void close() {
		process.close();
	}
}
