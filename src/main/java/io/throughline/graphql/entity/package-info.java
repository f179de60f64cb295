/** What has an id: how a node becomes a record, and the one way to fetch nodes by id. */
@ApplicationModule(allowedDependencies = {"infra.cypher"})
@NullMarked
package io.throughline.graphql.entity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
