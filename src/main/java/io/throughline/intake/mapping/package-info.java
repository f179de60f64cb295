/** What the columns of a published file mean: a mapping, written as YAML, turns its rows into stated memberships. */
@ApplicationModule(
        allowedDependencies = {
            "intake.matching",
            "intake.tabular",
            "model.agent",
            "model.membership",
            "model.source",
            "reference.date"
        })
@NullMarked
package io.throughline.intake.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
