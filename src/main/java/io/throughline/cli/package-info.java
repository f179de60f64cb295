/** The command line: imports, exports, checks and the review queue without a server. */
@ApplicationModule(
        allowedDependencies = {
            "dataset",
            "export",
            "infra.backup",
            "infra.problem",
            "intake.catalog",
            "intake.ingest",
            "intake.mapping",
            "intake.matching",
            "intake.suggestion",
            "intake.tabular",
            "reference.date",
            "reference.gazetteer",
            "writing.ledger"
        })
@NullMarked
package io.throughline.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
