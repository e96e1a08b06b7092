/**
 * What every back end needs that speaks HTTP or HTTPS to a server: its address, whom to trust, and exchanges that end by their deadline.
 * <p>
 * The JDK's own HTTP clients are not used: {@code HttpURLConnection} resolves names without a limit in time, offers no hook for the
 * sockets of plain HTTP, and shares cookie handler, authenticator and kept connections with the whole Java virtual machine, which in an
 * IDE belongs to others; {@code java.net.http} costs a one-shot process 300 ms.
 */
package org.palisade.transport;
