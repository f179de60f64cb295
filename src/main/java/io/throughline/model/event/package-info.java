/** Events, instruments, and who takes part in them. */
@ApplicationModule(
        allowedDependencies = {
            "graphql.connection",
            "graphql.entity",
            "infra.cypher",
            "model.agent",
            "model.campaign",
            "model.source",
            "reference.date"
        })
@NullMarked
package io.throughline.model.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
