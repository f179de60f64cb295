/** What holds for every GraphQL request: scalars, types behind interfaces, errors, batching, limits. */
@ApplicationModule(
        allowedDependencies = {"graphql.connection", "graphql.entity", "infra.cypher", "infra.limit", "reference.date"})
@NullMarked
package io.throughline.graphql.schema;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
