/**
 * The Reconciliation Service API 0.2 at {@code /reconcile}, which OpenRefine and other programs use to find the agents that
 * the names in a table mean, and then to fetch facts about them. It decides nothing itself: the matcher of imports finds
 * the agents, and the GraphQL schema gives the facts.
 */
@ApplicationModule(
        allowedDependencies = {
            "graphql.connection",
            "graphql.http",
            "infra.cypher",
            "infra.limit",
            "infra.problem",
            "intake.matching",
            "model.search",
            "reference.gazetteer",
            "reference.id",
            "writing.ledger"
        })
@NullMarked
package io.throughline.intake.reconcile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
