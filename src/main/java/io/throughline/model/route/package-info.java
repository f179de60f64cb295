/** Routes by which a member is in an organization: stated, implied or possible; and the entry routes that sources describe. */
@ApplicationModule(
        allowedDependencies = {
            "graphql.connection",
            "graphql.entity",
            "infra.cypher",
            "model.agent",
            "model.membership",
            "model.source",
            "reference.date"
        })
@NullMarked
package io.throughline.model.route;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
