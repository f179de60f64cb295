/** Everything that writes facts goes through here: claims are recorded, superseded and withdrawn, never deleted. */
@ApplicationModule(
        allowedDependencies = {
            "infra.cypher",
            "infra.store",
            "model.agent",
            "model.campaign",
            "model.membership",
            "model.source",
            "reference.date",
            "reference.gazetteer",
            "reference.id",
            "reference.name"
        })
@NullMarked
package io.throughline.writing.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
