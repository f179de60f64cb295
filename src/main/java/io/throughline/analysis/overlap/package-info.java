/**
 * What organizations have in common: the membership matrix, intersections, and the overlap of their members and whether
 * it is measurable.
 */
@ApplicationModule(
        allowedDependencies = {
            "graphql.connection",
            "graphql.entity",
            "infra.cypher",
            "infra.limit",
            "model.agent",
            "model.membership",
            "reference.date"
        })
@NullMarked
package io.throughline.analysis.overlap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
