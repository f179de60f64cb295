/** The one way facts come into the graph and leave its answers: claims recorded, superseded, withdrawn; never deleted. */
@ApplicationModule(
        allowedDependencies = {
            "cypher",
            "entity",
            "connection",
            "date",
            "name",
            "source",
            "agent",
            "gazetteer",
            "membership"
        })
@NullMarked
package io.throughline.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
