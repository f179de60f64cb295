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
     * A user. The token stands there as it is only for who keeps the file, such as the first one; of all others the file
     * knows no more than a hash.
     *
     * @param roles names of {@link Role}
     * @param sha256 of the token, in hexadecimal; null when the token itself stands there
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

        /** Does not tell the token. */
        @Override
        public String toString() {
            return name + " " + roles;
        }
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** What is wrong with it, without telling any of it but names; empty if it can be used. */
    Optional<String> fault() {
        for (var user : users) {
            if (user.name == null || !isName(user.name)) {
                return Optional.of("a user has no name, or one with signs that names do not have");
            }
            if (user.roles == null || !List.of("CURATOR", "ADMIN").containsAll(user.roles)) {
                return Optional.of("the roles of %s are other than CURATOR and ADMIN".formatted(user.name));
            }
            if ((user.token == null) == (user.sha256 == null)) {
                return Optional.of("%s has not exactly one of token and sha256".formatted(user.name));
            }
            if (user.token != null && user.token.length() < AccessToken.SHORTEST) {
                return Optional.of(
                        "the token of %s has fewer than %d characters".formatted(user.name, AccessToken.SHORTEST));
            }
            if (user.sha256 != null && !AccessToken.isHash(user.sha256)) {
                return Optional.of("the sha256 of %s has not 64 hexadecimal digits".formatted(user.name));
            }
        }
        return users.stream().map(Entry::name).distinct().count() < users.size()
                ? Optional.of("two users have the same name")
                : Optional.empty();
    }

    /** Compares with every one of them, so that the time tells nothing. */
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

    /** Whether there would be no admin any more without this one. */
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

    /** As they are in a new file: one that may do everything, with a token to be read there. */
    static TokenFileContent first() {
        return new TokenFileContent(
                List.of(new Entry("admin", List.of(Role.ADMIN.name()), AccessToken.random(), null)));
    }
}
