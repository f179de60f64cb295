package io.throughline.writing.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How far the claims of a source were checked.
 *
 * @param withdrawn how many were withdrawn
 * @param last the id after which to continue; null when all were checked
 */
public record SweepProgress(int withdrawn, @Nullable String last) {}
