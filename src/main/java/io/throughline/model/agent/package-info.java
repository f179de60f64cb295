/** Agents: organizations, cities and regions, with their names and the places they are in. */
@ApplicationModule(allowedDependencies = {"graphql.connection", "graphql.entity", "infra.cypher", "model.source"})
@NullMarked
package io.throughline.model.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
