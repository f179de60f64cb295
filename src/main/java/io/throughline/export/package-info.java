/** Downloads: a part of the graph in the formats of other tools, row by row, so that memory does not grow with the size. */
@ApplicationModule(
        allowedDependencies = {
            "agent",
            "connection",
            "cypher",
            "date",
            "http",
            "limit",
            "membership",
            "networkmap",
            "overlap",
            "panel",
            "source"
        })
@NullMarked
package io.throughline.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
