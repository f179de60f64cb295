package io.throughline.graphql.security;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How callers are authenticated.
 *
 * @param tokens the token file; null for {@code tokens.json} in the folder of the embedded database, or for no token file with
 *     a database server
 * @param rolesClaim the claim with the roles in a token of an identity provider, with dots between nested names, e.g.
 *     {@code realm_access.roles}
 */
@ConfigurationProperties("throughline.security")
record SecurityProperties(
        @Nullable Path tokens, @DefaultValue("roles") String rolesClaim) {}
