/**
 * Common parts of changes to the graph: expected errors of mutations, and the subscription to changes.
 *
 * <p>A subscription is a {@code Flux} returned by a {@code @SubscriptionMapping}, sent over WebSockets and as server-sent events.
 * Callers receive results at their own pace; the flux decides whether to drop or buffer what they have not read yet
 * ({@code onBackpressureLatest}). Each result has the time limit of a request.
 */
@ApplicationModule(allowedDependencies = {"infra.cypher"})
@NullMarked
package io.throughline.graphql.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
