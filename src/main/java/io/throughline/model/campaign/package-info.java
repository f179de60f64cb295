/** Campaigns' goals, their members' pledges, and the criteria for joining. */
@ApplicationModule(
        allowedDependencies = {
            "graphql.connection",
            "graphql.entity",
            "infra.cypher",
            "model.agent",
            "model.source",
            "reference.date"
        })
@NullMarked
package io.throughline.model.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
