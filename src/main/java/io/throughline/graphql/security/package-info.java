/**
 * Who may call what. Reading is open to everybody; a caller with a token (RFC 6750, {@code Authorization: Bearer …}) is a
 * person with roles, known from an identity provider or from the file of tokens of this server.
 *
 * <p>A mutation is refused as a whole to who has no role at all. Which role it needs stands at its controller:
 * {@code @PreAuthorize("hasRole('CURATOR')")}, or {@code ADMIN}, who is also a curator. The name of the person is that of an
 * argument {@code java.security.Principal person}: {@code person.getName()}. The same annotation holds for a handler of HTTP; what it
 * throws is answered with 401 or 403, unless the handler's own routes catch it, and the name is that of an argument
 * {@code @CurrentSecurityContext(expression = "authentication.name") String person}.
 */
@ApplicationModule(allowedDependencies = {"graphql.change", "graphql.http", "infra.start", "infra.store"})
@NullMarked
package io.throughline.graphql.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
