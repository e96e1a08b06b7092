package org.palisade.backend.rest.internal;

import java.util.Optional;

/**
 * To what the options restrict a listing. Immutable, as long as nobody adds to the filter.
 *
 * @param datacenter the name or path of a datacenter
 * @param filter the option {@code filter}
 */
record Scope(Optional<String> datacenter, Query filter) {
}
