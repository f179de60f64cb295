package io.throughline.graphql.security;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The role of a user; {@code Role} in {@code graphql/security.graphqls}. */
enum Role {
    CURATOR,
    ADMIN;

    GrantedAuthority authority() {
        return new SimpleGrantedAuthority("ROLE_" + name());
    }
}
