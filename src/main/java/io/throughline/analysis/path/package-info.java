/** Paths from one agent to another, up or in any direction, assembled from separate memberships. */
@ApplicationModule(
        allowedDependencies = {
            "graphql.connection",
            "graphql.entity",
            "infra.cypher",
            "model.membership",
            "model.source",
            "reference.date"
        })
@NullMarked
package io.throughline.analysis.path;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
