/**
 * What changes of the graph have in common: the refusals a caller has to expect, and being told that there was one.
 *
 * <p>A subscription is a {@code Flux} of a {@code @SubscriptionMapping}, sent over WebSockets and as server-sent events. Its
 * caller takes one result after the other, at their own pace; what they do not take in time is for the flux to drop or to keep
 * ({@code onBackpressureLatest}). Each result has the time of a request of its own.
 */
@ApplicationModule(allowedDependencies = {"infra.cypher"})
@NullMarked
package io.throughline.graphql.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
