/** Editing: facts are stated with their source, corrected and retracted, agents are merged and split; and the history of all. */
@ApplicationModule(
        allowedDependencies = {
            "graphql.change",
            "graphql.connection",
            "graphql.entity",
            "infra.cypher",
            "model.agent",
            "model.event",
            "model.figure",
            "model.membership",
            "model.source",
            "reference.date",
            "reference.id",
            "writing.ledger"
        })
@NullMarked
package io.throughline.writing.curation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
