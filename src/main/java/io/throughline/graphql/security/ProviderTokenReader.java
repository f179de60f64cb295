package io.throughline.graphql.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Reads the caller from a valid token of an identity provider: the name from {@code preferred_username} or else {@code sub},
 * the roles from a claim that is a list or, like scopes, a string separated by spaces.
 */
@Component
class ProviderTokenReader implements Converter<Jwt, AbstractAuthenticationToken> {

    private final String claim;

    ProviderTokenReader(SecurityProperties security) {
        this.claim = security.rolesClaim();
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var names = names(value(token.getClaims()))
                .map(name -> name.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new JwtAuthenticationToken(
                token,
                Arrays.stream(Role.values())
                        .filter(role -> names.contains(role.name()))
                        .map(Role::authority)
                        .toList(),
                Stream.of(token.getClaimAsString("preferred_username"), token.getSubject())
                        .filter(name -> name != null && !name.isBlank())
                        .findFirst()
                        .orElseThrow(() -> new InvalidBearerTokenException(
                                "The token has no user name; expected preferred_username or sub")));
    }

    /** A name with dots can be a single claim, e.g. a URL, or a path through nested claims. */
    private @Nullable Object value(Map<String, Object> claims) {
        if (claims.containsKey(claim)) {
            return claims.get(claim);
        }
        Object value = claims;
        for (var name : claim.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    private static Stream<String> names(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().filter(Objects::nonNull).map(Object::toString);
        }
        return value instanceof String text ? Arrays.stream(text.split("\\s+")) : Stream.of();
    }
}
