/** Rejects requests that are too large, too complex, too expensive or too slow, before or while they run. */
@ApplicationModule(allowedDependencies = {"graphql.entity", "graphql.errors", "infra.cypher", "infra.limit"})
@NullMarked
package io.throughline.graphql.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
