package org.palisade.transport.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.palisade.api.FenceException;
import org.palisade.transport.AnswerReader;
import org.palisade.transport.HttpAnswer;
import org.palisade.transport.HttpRequest;
import org.palisade.transport.ServerAddress;
import org.palisade.transport.tls.TlsConnection;

/** An open connection that speaks HTTP/1.1 (RFC 9112), one exchange after the other. Closing it is thread-safe, the rest is not. */
public final class HttpConnection {

	private static final int BUFFER = 16_384;

	/** A rest of a body that is longer costs more to read away than a new connection. */
	private static final int LONGEST_REST = 65_536;

	private final String host;
	private final Socket raw;
	private final TlsConnection tls;
	private final InputStream in;
	private final OutputStream out;
	private boolean reusable;

	/**
	 * @param raw the TCP socket, closed when an exchange is aborted
	 * @param tls what is spoken on top of it, null for plain HTTP
	 */
	HttpConnection(ServerAddress server, Socket raw, TlsConnection tls) throws IOException {
		this.host = server.toString();
		this.raw = raw;
		this.tls = tls;
		this.in = new BufferedInputStream(tls == null ? raw.getInputStream() : tls.input(), BUFFER);
		this.out = tls == null ? raw.getOutputStream() : tls.output();
	}

	/** Sends the request, in one piece, and has its answer read. */
	public <T> T exchange(HttpRequest request, AnswerReader<T> reader) throws IOException, FenceException {
		reusable = false;
		out.write(serialised(request));
		AnswerHead head = AnswerHead.read(in);
		InputStream body = head.body(in);
		T value = head.isCompressed() ? readDecompressed(head, body, reader) : reader.read(new HttpAnswer(head.status(), head.headers(), body));
		reusable = head.keepsConnection() && isReadAway(body);
		return value;
	}

	private static <T> T readDecompressed(AnswerHead head, InputStream body, AnswerReader<T> reader) throws IOException, FenceException {
		try (InputStream decompressed = new GZIPInputStream(body, BUFFER)) {
			return reader.read(new HttpAnswer(head.status(), head.headers(), decompressed));
		}
	}

	private byte[] serialised(HttpRequest request) throws IOException {
		StringBuilder head = new StringBuilder(256);
		head.append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1\r\n");
		field(head, "Host", host);
		field(head, "User-Agent", "Palisade");
		field(head, "Accept-Encoding", "gzip");
		for (Map.Entry<String, String> header : request.headers().entrySet()) {
			field(head, header.getKey(), header.getValue());
		}
		if (request.body().length > 0 || request.method().equals("POST")) {
			field(head, "Content-Length", Integer.toString(request.body().length));
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length() + 2 + request.body().length);
		bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
		bytes.writeBytes(request.body());
		return bytes.toByteArray();
	}

	private static void field(StringBuilder head, String name, String value) throws IOException {
		if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
			throw new IOException("a line break in the header field " + name);
		}
		head.append(name).append(": ").append(value).append("\r\n");
	}

	private static boolean isReadAway(InputStream body) throws IOException {
		byte[] rest = body.readNBytes(LONGEST_REST);
		return rest.length < LONGEST_REST;
	}

	/** {@return whether another exchange can follow the last one} */
	public boolean isReusable() {
		return reusable;
	}

	/** Closes the TCP socket, without a word to the server: a TLS farewell could block. */
	public void close() {
		TcpConnector.closeQuietly(raw);
		if (tls != null) {
			tls.close();
		}
	}
}
