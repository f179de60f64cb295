package io.throughline.graphql.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The content of the token file. */
record TokenFileContent(List<Entry> users) {

    static final TokenFileContent NONE = new TokenFileContent(List.of());

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._@+'’-]{0,99}");

    /**
     * A user. Only tokens written by the owner of the file, such as the first one, are stored in plain text; of all others
     * the file has only a hash.
     *
     * @param roles names of {@link Role}
     * @param sha256 the hash of the token, in hexadecimal; null if the token itself is given
     */
    record Entry(
            String name,
            List<String> roles,
            @Nullable String token,
            @Nullable String sha256) {

        private String hash() {
            return token != null ? AccessToken.hash(token) : sha256 != null ? sha256.toLowerCase(Locale.ROOT) : "";
        }

        private User user() {
            return new User(name, roles.stream().map(Role::valueOf).toList());
        }

        /** Without the token. */
        @Override
        public String toString() {
            return name + " " + roles;
        }
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** What is wrong with the content, revealing only user names; empty if it is valid. */
    Optional<String> fault() {
        for (var user : users) {
            if (user.name == null || !isName(user.name)) {
                return Optional.of("a user has no name, or a name with invalid characters");
            }
            if (user.roles == null || !List.of("CURATOR", "ADMIN").containsAll(user.roles)) {
                return Optional.of("%s has invalid roles (expected CURATOR or ADMIN)".formatted(user.name));
            }
            if ((user.token == null) == (user.sha256 == null)) {
                return Optional.of("%s must have either token or sha256".formatted(user.name));
            }
            if (user.token != null && user.token.length() < AccessToken.MIN_LENGTH) {
                return Optional.of(
                        "the token of %s has fewer than %d characters".formatted(user.name, AccessToken.MIN_LENGTH));
            }
            if (user.sha256 != null && !AccessToken.isHash(user.sha256)) {
                return Optional.of("the sha256 of %s is invalid (expected 64 hexadecimal digits)".formatted(user.name));
            }
        }
        return users.stream().map(Entry::name).distinct().count() < users.size()
                ? Optional.of("two users have the same name")
                : Optional.empty();
    }

    /** Compares with every user, so that the time reveals nothing. */
    Optional<User> withToken(String token) {
        var hash = AccessToken.hash(token);
        var found = Optional.<User>empty();
        for (var user : users) {
            if (AccessToken.isEqual(hash, user.hash())) {
                found = Optional.of(user.user());
            }
        }
        return found;
    }

    List<User> list() {
        return users.stream().map(Entry::user).toList();
    }

    boolean has(String name) {
        return users.stream().anyMatch(user -> user.name.equalsIgnoreCase(name));
    }

    /** Whether removing this user would leave no admin. */
    boolean isLastAdmin(String name) {
        return without(name).users.stream().noneMatch(user -> user.roles.contains(Role.ADMIN.name()));
    }

    TokenFileContent with(User user, String token) {
        var all = new ArrayList<>(users);
        all.add(new Entry(user.name(), user.roles().stream().map(Role::name).toList(), null, AccessToken.hash(token)));
        return new TokenFileContent(List.copyOf(all));
    }

    TokenFileContent without(String name) {
        return new TokenFileContent(
                users.stream().filter(user -> !user.name.equals(name)).toList());
    }

    /** The content of a new file: one admin, with the token in plain text. */
    static TokenFileContent initial() {
        return new TokenFileContent(
                List.of(new Entry("admin", List.of(Role.ADMIN.name()), AccessToken.random(), null)));
    }
}
