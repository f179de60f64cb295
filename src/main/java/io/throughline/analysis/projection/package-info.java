/** Organizations tied by shared members and members tied by shared organizations, and who stands where in such a network. */
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
