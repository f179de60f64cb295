/** Who belongs to what, through whom and since when: memberships, the roads they form, secretariats, coverage. */
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
package io.throughline.model.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
