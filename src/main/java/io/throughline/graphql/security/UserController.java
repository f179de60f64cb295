package io.throughline.graphql.security;

import io.throughline.graphql.change.UserError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

/** The users of the token file; see {@code graphql/security.graphqls}. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class UserController {

    record AddUserInput(String name, List<Role> roles) {}

    record RemoveUserInput(String name) {}

    /** The token is nowhere else and cannot be asked for again. */
    record AddUserPayload(@Nullable User user, @Nullable String token, List<UserError> userErrors) {}

    record RemoveUserPayload(@Nullable String name, List<UserError> userErrors) {}

    private static final List<String> NAME = List.of("input", "name");

    private final TokenFile file;

    UserController(TokenFile file) {
        this.file = file;
    }

    @QueryMapping
    List<User> users() {
        return file.users().list();
    }

    @MutationMapping
    AddUserPayload addUser(@Argument AddUserInput input) {
        var user = new User(input.name, input.roles.stream().distinct().sorted().toList());
        var token = AccessToken.random();
        var refusals = file.change(users -> refusalsToAdd(user, users), users -> users.with(user, token));
        return refusals.isEmpty()
                ? new AddUserPayload(user, token, List.of())
                : new AddUserPayload(null, null, refusals);
    }

    private static List<UserError> refusalsToAdd(User user, TokenFileContent users) {
        var refusals = new ArrayList<UserError>();
        if (!TokenFileContent.isName(user.name())) {
            refusals.add(
                    UserError.about(
                            NAME,
                            "NAME_INVALID",
                            "a name has 1 to 100 letters, digits, spaces and . _ @ + ' -, and begins with one of the first two"));
        } else if (users.has(user.name())) {
            refusals.add(UserError.about(
                    NAME, "NAME_TAKEN", "there is a user of this name: remove that one first, or take another name"));
        }
        if (user.roles().isEmpty()) {
            refusals.add(UserError.about(
                    List.of("input", "roles"),
                    "ROLES_EMPTY",
                    "a user without a role can do what everybody can: give one"));
        }
        return refusals;
    }

    @MutationMapping
    RemoveUserPayload removeUser(@Argument RemoveUserInput input) {
        var refusals = file.change(users -> refusalsToRemove(input.name, users), users -> users.without(input.name));
        return new RemoveUserPayload(refusals.isEmpty() ? input.name : null, refusals);
    }

    private static List<UserError> refusalsToRemove(String name, TokenFileContent users) {
        if (users.list().stream().noneMatch(user -> user.name().equals(name))) {
            return List.of(UserError.about(NAME, "USER_UNKNOWN", "there is no user of this name; users has them all"));
        }
        return users.isLastAdmin(name)
                ? List.of(UserError.about(
                        NAME, "LAST_ADMIN", "nobody else could add users any more: add another ADMIN first"))
                : List.of();
    }
}
