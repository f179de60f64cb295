package io.throughline.graphql.change;

import java.time.OffsetDateTime;

/** A change of the graph; {@code GraphChange} in {@code graphql/change.graphqls}. */
record GraphChange(String version, OffsetDateTime changedAt) {}
