/** Who is in what, via which partners and since when: memberships, secretariats and coverage. */
@ApplicationModule(
        allowedDependencies = {
            "graphql.connection",
            "graphql.entity",
            "infra.cypher",
            "model.agent",
            "model.source",
            "reference.date",
            "reference.id"
        })
@NullMarked
package io.throughline.model.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
