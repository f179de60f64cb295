/** Where a fact comes from: sources, and the claims they make. */
@ApplicationModule(allowedDependencies = {"graphql.connection", "graphql.entity", "infra.cypher", "reference.date"})
@NullMarked
package io.throughline.model.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
