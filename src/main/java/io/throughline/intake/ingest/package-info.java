/**
 * Imports published lists into the graph, line by line, and keeps the review queue of names that a person has to
 * decide.
 */
@ApplicationModule(
        allowedDependencies = {
            "graphql.change",
            "graphql.connection",
            "graphql.entity",
            "graphql.http",
            "infra.cypher",
            "infra.limit",
            "infra.problem",
            "infra.store",
            "intake.mapping",
            "intake.matching",
            "intake.suggestion",
            "intake.tabular",
            "model.agent",
            "model.membership",
            "model.source",
            "reference.date",
            "reference.id",
            "reference.name",
            "writing.ledger"
        })
@NullMarked
package io.throughline.intake.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
