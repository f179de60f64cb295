/** Lists of any length: filtering, sorting, counting, and paging by key, never by offset. */
@ApplicationModule(
        allowedDependencies = {
            "graphql.entity",
            "infra.cypher",
            "infra.limit",
            "infra.problem",
            "reference.date",
            "reference.name"
        })
@NullMarked
package io.throughline.graphql.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
