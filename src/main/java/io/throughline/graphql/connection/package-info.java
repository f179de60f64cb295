/** Lists that can grow: filtered, sorted, counted, and read page by page; by key, never by offset. */
@ApplicationModule(
        allowedDependencies = {"graphql.entity", "infra.cypher", "infra.limit", "reference.date", "reference.name"})
@NullMarked
package io.throughline.graphql.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
