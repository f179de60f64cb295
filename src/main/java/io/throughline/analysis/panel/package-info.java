/** Who was in what in which year: members against organizations and years, as event histories take it. */
@ApplicationModule(
        allowedDependencies = {
            "analysis.overlap",
            "graphql.connection",
            "graphql.entity",
            "infra.cypher",
            "model.agent",
            "model.membership",
            "reference.date"
        })
@NullMarked
package io.throughline.analysis.panel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
