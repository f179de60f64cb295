package io.throughline.graphql.security;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How callers are known.
 *
 * @param tokens the file of tokens; null for {@code tokens.json} in the folder of the embedded database, and none beside a
 *     server
 * @param rolesClaim where the roles stand in a token of an identity provider, with points between names within each other,
 *     e.g. {@code realm_access.roles}
 */
@ConfigurationProperties("throughline.security")
record SecurityProperties(
        @Nullable Path tokens, @DefaultValue("roles") String rolesClaim) {}
