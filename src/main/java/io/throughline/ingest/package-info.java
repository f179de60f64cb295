/** Published lists brought into the graph, line by line, and the queue of names that a person has to settle. */
@ApplicationModule(
        allowedDependencies = {
            "published",
            "mapping",
            "matching",
            "ledger",
            "change",
            "http",
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
            "limit"
        })
@NullMarked
package io.throughline.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
