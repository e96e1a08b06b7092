/**
 * The technology compatibility kit for fence back ends: a JUnit suite that checks a {@link org.palisade.api.FenceBackEnd} against the
 * contract of the fence API.
 * <p>
 * The author of a back end extends {@link org.palisade.tck.FenceBackEndTck}, hands it the back end, and describes in a
 * {@link org.palisade.tck.TestBed} what the back end talks to: a real server, a simulated one, or whatever stands for it.
 */
package org.palisade.tck;
