/**
 * Access control. Reading is open to everyone; a caller with a token (RFC 6750, {@code Authorization: Bearer …}) is a
 * user with roles, known from an identity provider or from this server's token file.
 *
 * <p>Callers without any role cannot send mutations at all. The role a mutation requires is declared on its controller:
 * {@code @PreAuthorize("hasRole('CURATOR')")}, or {@code ADMIN}, which includes curator. The user's name comes from a parameter
 * {@code java.security.Principal person}: {@code person.getName()}. HTTP handlers use the same annotation; its exceptions become
 * 401 or 403, unless the handler's own routes catch them. There the name comes from a parameter
 * {@code @CurrentSecurityContext(expression = "authentication.name") String person}.
 */
@ApplicationModule(
        allowedDependencies = {"graphql.change", "graphql.http", "infra.start", "infra.store", "reference.id"})
@NullMarked
package io.throughline.graphql.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
