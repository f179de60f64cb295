package io.throughline.graphql.change;

import java.time.OffsetDateTime;

/** That the graph is another than before; {@code GraphChange} in {@code graphql/change.graphqls}. */
record GraphChange(String version, OffsetDateTime changedAt) {}
