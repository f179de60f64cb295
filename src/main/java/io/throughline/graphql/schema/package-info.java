/** The parts of the schema that all modules share: scalars, interface types, common arguments, batching. */
@ApplicationModule(
        allowedDependencies = {
            "graphql.connection",
            "graphql.entity",
            "infra.cypher",
            "infra.limit",
            "infra.problem",
            "reference.date",
            "reference.id"
        })
@NullMarked
package io.throughline.graphql.schema;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
