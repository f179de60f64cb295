/** GraphQL errors with stable codes. */
@ApplicationModule(allowedDependencies = {"graphql.connection", "infra.cypher"})
@NullMarked
package io.throughline.graphql.errors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
