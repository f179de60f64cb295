/** Turns what goes wrong with a request into GraphQL errors, each with a stable code. */
@ApplicationModule(allowedDependencies = {"graphql.connection", "infra.cypher"})
@NullMarked
package io.throughline.graphql.errors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
