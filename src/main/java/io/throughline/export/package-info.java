/**
 * Downloads: parts of the graph in the formats of other tools, streamed row by row, so that memory use does not depend
 * on size.
 */
@ApplicationModule(
        allowedDependencies = {
            "analysis.networkmap",
            "analysis.overlap",
            "analysis.panel",
            "graphql.connection",
            "graphql.http",
            "graphql.schema",
            "infra.cypher",
            "infra.limit",
            "infra.problem",
            "model.agent",
            "model.membership",
            "model.source",
            "reference.date"
        })
@NullMarked
package io.throughline.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
