/** The part of the graph around some agents as flat nodes and edges, as libraries that draw networks take them. */
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
