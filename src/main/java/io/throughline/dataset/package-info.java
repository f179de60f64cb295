/** The built-in dataset: its files are read, checked and written to the graph before the server answers. */
@ApplicationModule(
        allowedDependencies = {
            "start",
            "store",
            "cypher",
            "entity",
            "connection",
            "date",
            "name",
            "source",
            "agent",
            "membership",
            "figure",
            "campaign",
            "event",
            "ledger"
        })
@NullMarked
package io.throughline.dataset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
