/**
 * GraphQL over WebSocket with the protocol {@code graphql-transport-ws}. It replaces the handler of Spring for GraphQL, which
 * answers invalid messages with 1011, has no limits, buffers up to 256 results for slow callers, and does not support
 * documents by id; see {@code docs/adr/0015-a-websocket-handler-of-our-own.md}.
 */
@ApplicationModule(allowedDependencies = {"graphql.http", "infra.limit"})
@NullMarked
package io.throughline.graphql.websocket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
