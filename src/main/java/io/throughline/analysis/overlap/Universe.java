package io.throughline.analysis.overlap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The population all sets are drawn from.
 *
 * @param size number of cities and regions
 * @param citiesInAnyOf the organizations whose members form it; null if the caller gave the size
 */
record Universe(int size, @Nullable List<String> citiesInAnyOf) {

    /** The caller's input: exactly one of the two. */
    record Input(
            @Nullable List<String> citiesInAnyOf, @Nullable Integer size) {}
}
