/**
 * The catalogue of published lists: which ones the product can read, under which licence, where they are, and how to
 * download them.
 */
@ApplicationModule(
        allowedDependencies = {
            "graphql.entity",
            "graphql.http",
            "infra.cypher",
            "infra.problem",
            "intake.ingest",
            "intake.mapping",
            "reference.date",
            "reference.id"
        })
@NullMarked
package io.throughline.intake.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
