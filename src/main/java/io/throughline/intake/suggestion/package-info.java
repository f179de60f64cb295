/** Proposes a mapping for a file: recognizes its columns by their names and cells. */
@ApplicationModule(
        allowedDependencies = {
            "intake.mapping",
            "intake.tabular",
            "reference.gazetteer",
            "reference.id",
            "reference.name"
        })
@NullMarked
package io.throughline.intake.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
