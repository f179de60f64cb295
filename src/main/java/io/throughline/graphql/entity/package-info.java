/** Entities: converting nodes to records, and fetching them by id. */
@ApplicationModule(allowedDependencies = {"infra.cypher"})
@NullMarked
package io.throughline.graphql.entity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
