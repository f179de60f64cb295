/** Membership panels: members by organizations by years, as event-history analysis needs them. */
@ApplicationModule(
        allowedDependencies = {
            "analysis.overlap",
            "graphql.connection",
            "graphql.entity",
            "infra.cypher",
            "model.agent",
            "model.membership",
            "reference.date"
        })
@NullMarked
package io.throughline.analysis.panel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
