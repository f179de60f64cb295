/** What editors change: facts stated with their source, corrected, taken back; agents merged and split; and its history. */
@ApplicationModule(
        allowedDependencies = {
            "cypher",
            "entity",
            "connection",
            "change",
            "date",
            "source",
            "agent",
            "membership",
            "figure",
            "event",
            "ledger"
        })
@NullMarked
package io.throughline.curation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
