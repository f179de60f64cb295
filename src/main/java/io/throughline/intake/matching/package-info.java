/**
 * Finds the agents that a list means, remembers what people decided about them, and proposes agents that the graph
 * lacks.
 */
@ApplicationModule(
        allowedDependencies = {
            "infra.cypher",
            "model.search",
            "reference.gazetteer",
            "reference.id",
            "reference.name",
            "writing.ledger"
        })
@NullMarked
package io.throughline.intake.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
