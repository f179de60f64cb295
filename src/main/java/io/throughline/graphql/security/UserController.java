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

    /** The token is returned only here; it is not stored and cannot be retrieved later. */
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
        var errors = file.change(users -> errorsWhenAdding(user, users), users -> users.with(user, token));
        return errors.isEmpty() ? new AddUserPayload(user, token, List.of()) : new AddUserPayload(null, null, errors);
    }

    private static List<UserError> errorsWhenAdding(User user, TokenFileContent users) {
        var errors = new ArrayList<UserError>();
        if (!TokenFileContent.isName(user.name())) {
            errors.add(
                    UserError.about(
                            NAME,
                            "NAME_INVALID",
                            "invalid name; expected 1 to 100 letters, digits, spaces and . _ @ + ' -, starting with a letter or digit"));
        } else if (users.has(user.name())) {
            errors.add(UserError.about(
                    NAME,
                    "NAME_TAKEN",
                    "a user with this name exists; remove that user first, or choose another name"));
        }
        if (user.roles().isEmpty()) {
            errors.add(UserError.about(
                    List.of("input", "roles"),
                    "ROLES_EMPTY",
                    "no role given; expected at least one, as a user without a role can do no more than anyone"));
        }
        return errors;
    }

    @MutationMapping
    RemoveUserPayload removeUser(@Argument RemoveUserInput input) {
        var errors = file.change(users -> errorsWhenRemoving(input.name, users), users -> users.without(input.name));
        return new RemoveUserPayload(errors.isEmpty() ? input.name : null, errors);
    }

    private static List<UserError> errorsWhenRemoving(String name, TokenFileContent users) {
        if (users.list().stream().noneMatch(user -> user.name().equals(name))) {
            return List.of(UserError.about(NAME, "USER_UNKNOWN", "unknown user; the field users lists all"));
        }
        return users.isLastAdmin(name)
                ? List.of(UserError.about(
                        NAME,
                        "LAST_ADMIN",
                        "this is the last ADMIN; add another one first, or no users could be added any more"))
                : List.of();
    }
}
