/** Finds entities by name: for a person who types, and for a list of names to be matched. */
@ApplicationModule(
        allowedDependencies = {
            "graphql.connection",
            "graphql.entity",
            "infra.cypher",
            "reference.gazetteer",
            "reference.name"
        })
@NullMarked
package io.throughline.model.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
