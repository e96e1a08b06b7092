/**
 * The back end {@code rest}: vCenter through the vSphere Automation API, in both of its dialects, {@code /api} (since vSphere 7.0 update 2)
 * and the deprecated {@code /rest} (since 6.5).
 */
package org.palisade.backend.rest.internal;
