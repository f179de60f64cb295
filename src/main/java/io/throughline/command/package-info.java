/** The command line: imports, exports, checks and the review queue without a server. */
@ApplicationModule(
        allowedDependencies = {
            "backup",
            "ingest",
            "mapping",
            "matching",
            "ledger",
            "published",
            "export",
            "dataset",
            "start",
            "connection",
            "http"
        })
@NullMarked
package io.throughline.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
