/**
 * Projections: organizations tied by shared members or members by shared organizations, with communities and brokers.
 */
@ApplicationModule(
        allowedDependencies = {
            "analysis.overlap",
            "dataset",
            "graphql.connection",
            "graphql.entity",
            "infra.cypher",
            "model.agent",
            "model.membership"
        })
@NullMarked
package io.throughline.analysis.projection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
