/** Facets: how the entries of a list of agents or memberships divide by country, role, organization and the like. */
@ApplicationModule(allowedDependencies = {"graphql.connection", "graphql.entity", "infra.cypher"})
@NullMarked
package io.throughline.model.facet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
