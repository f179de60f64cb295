/** GraphQL over HTTP: reading requests, negotiating the media type, caching with ETags, streaming events. */
@ApplicationModule(allowedDependencies = {"infra.cypher", "infra.limit", "infra.problem", "reference.id"})
@NullMarked
package io.throughline.graphql.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
