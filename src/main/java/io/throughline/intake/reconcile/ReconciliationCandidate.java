package io.throughline.intake.reconcile;

import java.util.List;

/**
 * An agent that a query may mean, as the specification writes it.
 *
 * @param id a Throughline id, or a {@link GazetteerId}
 * @param score from 0 to 100
 * @param match whether an import would accept it without asking a person, and it has a Throughline id
 */
record ReconciliationCandidate(
        String id,
        String name,
        String description,
        List<NamedType> type,
        double score,
        boolean match,
        List<Feature> features) {

    /** The type of a candidate. */
    record NamedType(String id, String name) {}

    /** Something the matcher says about a candidate; the specification allows only numbers and booleans as values. */
    record Feature(String id, boolean value) {}
}
