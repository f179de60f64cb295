/** Maps: the neighbourhood of some agents as flat nodes and edges, in the shape network-drawing libraries expect. */
@ApplicationModule(
        allowedDependencies = {
            "dataset",
            "graphql.connection",
            "graphql.entity",
            "infra.cypher",
            "model.agent",
            "model.membership",
            "model.source",
            "reference.date"
        })
@NullMarked
package io.throughline.analysis.networkmap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
