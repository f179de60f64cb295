/**
 * Mappings: YAML files that say what the columns of a published file mean and turn its rows into stated memberships.
 */
@ApplicationModule(
        allowedDependencies = {
            "infra.problem",
            "intake.matching",
            "intake.tabular",
            "model.agent",
            "model.membership",
            "model.source",
            "reference.date",
            "reference.id",
            "writing.ledger"
        })
@NullMarked
package io.throughline.intake.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
