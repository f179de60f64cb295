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
 * Reads who somebody is from a token of an identity provider that was found to be good: the name from {@code
 * preferred_username} or else {@code sub}, the roles from a claim that is a list, or a text with spaces as scopes are.
 */
@Component
class ProviderTokenReader implements Converter<Jwt, AbstractAuthenticationToken> {

    private final String claim;

    ProviderTokenReader(SecurityProperties security) {
        this.claim = security.rolesClaim();
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var written = names(value(token.getClaims()))
                .map(name -> name.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new JwtAuthenticationToken(
                token,
                Arrays.stream(Role.values())
                        .filter(role -> written.contains(role.name()))
                        .map(Role::authority)
                        .toList(),
                Stream.of(token.getClaimAsString("preferred_username"), token.getSubject())
                        .filter(name -> name != null && !name.isBlank())
                        .findFirst()
                        .orElseThrow(() -> new InvalidBearerTokenException("The token names nobody")));
    }

    /** A name with points may be that of one claim, e.g. an address, or lead from one to another within it. */
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
