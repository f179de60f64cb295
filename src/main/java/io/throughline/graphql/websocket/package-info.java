/**
 * GraphQL over WebSocket, by the protocol {@code graphql-transport-ws}. Spring for GraphQL has a handler for it, which ends bad
 * messages with 1011, knows no limits, keeps up to 256 results for who is slow, and does not know of documents by name.
 */
@ApplicationModule(allowedDependencies = {"graphql.http", "infra.limit"})
@NullMarked
package io.throughline.graphql.websocket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
