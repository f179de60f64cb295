package io.throughline.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How far the claims of a source were looked through.
 *
 * @param withdrawn how many were withdrawn
 * @param last the id to go on behind; null when all were looked at
 */
public record Swept(int withdrawn, @Nullable String last) {}
