package io.throughline.analysis.overlap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of how many cities and regions each could have been in a set, in the words of the caller.
 *
 * @param citiesInAnyOf the organizations whose members it is made of; null when the caller gave the size itself
 */
record Universe(int size, @Nullable List<String> citiesInAnyOf) {

    /** What the caller gave: one of the two. */
    record Asked(
            @Nullable List<String> citiesInAnyOf, @Nullable Integer size) {}
}
