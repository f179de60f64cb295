/**
 * The built-in dataset: its files are read, checked and written to the graph before the server accepts requests. What was
 * imported can be written as files of a list, to become part of it.
 */
@ApplicationModule(
        allowedDependencies = {
            "graphql.entity",
            "infra.cypher",
            "infra.problem",
            "infra.start",
            "infra.store",
            "model.agent",
            "model.campaign",
            "model.event",
            "model.figure",
            "model.membership",
            "model.source",
            "reference.date",
            "reference.id",
            "reference.name",
            "writing.ledger"
        })
@NullMarked
package io.throughline.dataset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
