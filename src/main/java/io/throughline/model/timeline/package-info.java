/** Everything that is dated, in chronological order. */
@ApplicationModule(
        allowedDependencies = {
            "graphql.connection",
            "graphql.entity",
            "infra.cypher",
            "model.source",
            "reference.date",
            "reference.id"
        })
@NullMarked
package io.throughline.model.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
