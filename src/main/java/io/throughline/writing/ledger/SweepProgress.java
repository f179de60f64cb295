package io.throughline.writing.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How far the claims of a source were looked through.
 *
 * @param withdrawn how many were withdrawn
 * @param last the id to go on behind; null when all were looked at
 */
public record SweepProgress(int withdrawn, @Nullable String last) {}
