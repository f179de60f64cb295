package io.throughline.writing.ledger;

/**
 * An expected reason why something cannot be added.
 *
 * @param code stable, in capitals, e.g. {@code ID_TAKEN}
 * @param field the invalid field, e.g. {@code country}
 * @param message what is wrong and what was expected, as a sentence for people
 */
public record Violation(String code, String field, String message) {}
