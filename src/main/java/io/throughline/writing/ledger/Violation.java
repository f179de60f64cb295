package io.throughline.writing.ledger;

/**
 * Why something cannot be added, which has to be expected.
 *
 * @param code stable, in capitals, e.g. {@code ID_TAKEN}
 * @param field what of it is wrong, e.g. {@code country}
 * @param message what is wrong and what is expected, a sentence for people
 */
public record Violation(String code, String field, String message) {}
