package org.palisade.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Sends SOAP as text and looks at the answer as text: it shares nothing with the simulator's own reading and writing. */
final class SoapClient {

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private final URI url;
	private final HttpClient http;
	private volatile String cookie = "";

	SoapClient(SimulatedVCenter server) throws IOException, GeneralSecurityException {
		url = server.url();
		HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT);
		if (server.certificateFile().isPresent()) {
			builder.sslContext(trusting(Files.readString(server.certificateFile().get())));
		}
		http = builder.build();
	}

	/** {@return a client of the same session on a connection of its own} */
	SoapClient reconnected(SimulatedVCenter server) throws IOException, GeneralSecurityException {
		SoapClient other = new SoapClient(server);
		other.cookie = cookie;
		return other;
	}

	private static SSLContext trusting(String pem) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setCertificateEntry("server", CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

	/** An answer. */
	record Reply(int status, String body) {

		List<String> all(String element) {
			List<String> found = new ArrayList<>();
			Matcher matcher = Pattern.compile("<" + element + "(?: [^>]*)?>([^<]*)</" + element + ">").matcher(body);
			while (matcher.find()) {
				found.add(matcher.group(1));
			}
			return found;
		}

		String one(String element) {
			List<String> found = all(element);
			if (found.size() != 1) {
				throw new AssertionError(found.size() + " elements " + element + " in " + body);
			}
			return found.get(0);
		}

		int count(String text) {
			return body.split(Pattern.quote(text), -1).length - 1;
		}
	}

	private HttpRequest request(String method, String thisType, String thisId, String arguments) {
		String call = "<?xml version=\"1.0\"?><e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\" "
				+ "xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><e:Body><v:" + method + " xmlns:v=\"urn:vim25\" xmlns=\"urn:vim25\">"
				+ "<_this type=\"" + thisType + "\">" + thisId + "</_this>" + arguments + "</v:" + method + "></e:Body></e:Envelope>";
		return raw(call);
	}

	private HttpRequest raw(String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(TIMEOUT).header("Content-Type", "text/xml; charset=utf-8")
				.header("SOAPAction", "urn:vim25/6.0").POST(HttpRequest.BodyPublishers.ofString(body));
		if (!cookie.isEmpty()) {
			request.header("Cookie", cookie);
		}
		return request.build();
	}

	private Reply reply(HttpResponse<String> response) {
		response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
		return new Reply(response.statusCode(), response.body());
	}

	Reply call(String method, String thisType, String thisId, String arguments) throws IOException, InterruptedException {
		return reply(http.send(request(method, thisType, thisId, arguments), HttpResponse.BodyHandlers.ofString()));
	}

	CompletableFuture<Reply> callLater(String method, String thisType, String thisId, String arguments) {
		return http.sendAsync(request(method, thisType, thisId, arguments), HttpResponse.BodyHandlers.ofString()).thenApply(this::reply);
	}

	Reply send(String body) throws IOException, InterruptedException {
		return reply(http.send(raw(body), HttpResponse.BodyHandlers.ofString()));
	}

	/** The bytes of an answer until it ends or is cut. */
	InputStream open(String method, String thisType, String thisId, String arguments) throws IOException, InterruptedException {
		return http.send(request(method, thisType, thisId, arguments), HttpResponse.BodyHandlers.ofInputStream()).body();
	}

	Reply login(String user, String password) throws IOException, InterruptedException {
		return call("Login", "SessionManager", "SessionManager",
				"<userName>" + user + "</userName><password>" + password + "</password>");
	}

	SoapClient loggedIn() throws IOException, InterruptedException {
		Reply reply = login(SimulatorOptions.DEFAULT_USERNAME, SimulatorOptions.DEFAULT_PASSWORD);
		if (reply.status() != 200) {
			throw new AssertionError(reply.body());
		}
		return this;
	}

	Reply logout() throws IOException, InterruptedException {
		return call("Logout", "SessionManager", "SessionManager", "");
	}

	/** The MoRef of the entity at an inventory path, empty when there is none. */
	String find(String path) throws IOException, InterruptedException {
		List<String> found = call("FindByInventoryPath", "SearchIndex", "SearchIndex", "<inventoryPath>" + path + "</inventoryPath>")
				.all("returnval");
		return found.isEmpty() ? "" : found.get(0);
	}

	/** Retrieves properties of one object. */
	Reply retrieve(String type, String id, String... paths) throws IOException, InterruptedException {
		return call("RetrievePropertiesEx", "PropertyCollector", "propertyCollector",
				"<specSet>" + propSet(type, paths) + "<objectSet><obj type=\"" + type + "\">" + id + "</obj></objectSet></specSet><options/>");
	}

	static String propSet(String type, String... paths) {
		StringBuilder set = new StringBuilder("<propSet><type>" + type + "</type>");
		for (String path : paths) {
			set.append("<pathSet>").append(path).append("</pathSet>");
		}
		return set.append("</propSet>").toString();
	}

	/** A filter specification for all virtual machines of a new container view. */
	String viewSpec(String... paths) throws IOException, InterruptedException {
		String view = call("CreateContainerView", "ViewManager", "ViewManager",
				"<container type=\"Folder\">group-d1</container><type>VirtualMachine</type><recursive>true</recursive>").one("returnval");
		return propSet("VirtualMachine", paths) + "<objectSet><obj type=\"ContainerView\">" + view
				+ "</obj><skip>true</skip><selectSet i:type=\"TraversalSpec\"><type>ContainerView</type><path>view</path>"
				+ "<skip>false</skip></selectSet></objectSet>";
	}
}
