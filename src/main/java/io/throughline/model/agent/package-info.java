/** Who can belong and be belonged to: organizations, cities, regions; the places they lie in and the names they go by. */
@ApplicationModule(allowedDependencies = {"graphql.connection", "graphql.entity", "infra.cypher", "model.source"})
@NullMarked
package io.throughline.model.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
