/** GraphQL errors with stable codes. */
@ApplicationModule(allowedDependencies = {"infra.cypher", "infra.limit", "infra.problem", "reference.name"})
@NullMarked
package io.throughline.graphql.errors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
