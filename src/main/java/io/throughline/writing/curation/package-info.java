/** What editors change: facts stated with their source, corrected, taken back; agents merged and split; and its history. */
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
            "writing.ledger"
        })
@NullMarked
package io.throughline.writing.curation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
