/** The one way facts come into the graph and leave its answers: claims recorded, superseded, withdrawn; never deleted. */
@ApplicationModule(
        allowedDependencies = {
            "infra.cypher",
            "model.agent",
            "model.membership",
            "model.source",
            "reference.date",
            "reference.gazetteer",
            "reference.name"
        })
@NullMarked
package io.throughline.writing.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
