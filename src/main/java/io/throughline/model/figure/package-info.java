/** Figures that sources state, and where sources disagree. */
@ApplicationModule(
        allowedDependencies = {
            "graphql.connection",
            "graphql.entity",
            "infra.cypher",
            "model.agent",
            "model.membership",
            "model.source",
            "reference.date",
            "reference.id"
        })
@NullMarked
package io.throughline.model.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
