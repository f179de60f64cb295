/** What organizations have in common: who is in which, how far their members overlap, and whether that can be measured. */
@ApplicationModule(
        allowedDependencies = {
            "graphql.connection",
            "graphql.entity",
            "infra.cypher",
            "infra.limit",
            "model.agent",
            "model.membership",
            "reference.date"
        })
@NullMarked
package io.throughline.analysis.overlap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
