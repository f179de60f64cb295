package io.throughline.graphql.security;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.throughline.graphql.change.UserError;
import io.throughline.infra.start.StartFailureException;
import io.throughline.infra.store.StoreReadyEvent;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The users of this machine. Their file is made at the first start, and read again whenever it has changed, so that a person
 * may edit it and several servers may share it.
 */
@Component
class TokenFile {

    private static final Logger log = LoggerFactory.getLogger(TokenFile.class);

    /** Reads nothing it does not know, as it would be lost when the file is written. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(properties -> properties.withValueInclusion(Include.NON_NULL))
            .build();

    /** Why a file cannot be used, and what to do: two sentences. */
    private record Fault(String what, String remedy) {}

    /**
     * What was read.
     *
     * @param state in which the file was then
     * @param users nobody when there is a fault
     */
    private record Known(
            OwnerOnlyFile.State state,
            TokenFileContent users,
            @Nullable Fault fault) {}

    private final @Nullable OwnerOnlyFile file;
    private volatile @Nullable Known known;

    @Autowired
    TokenFile(
            SecurityProperties security,
            @Value("${spring.neo4j.uri:embedded}") String uri,
            @Value("${throughline.store.directory:./data}") Path store) {
        this(
                security.tokens() != null
                        ? security.tokens()
                        : uri.equals("embedded") ? store.resolve("tokens.json") : null);
    }

    TokenFile(@Nullable Path path) {
        this.file = path == null ? null : new OwnerOnlyFile(path);
    }

    /**
     * Makes the file if there is none.
     *
     * @throws StartFailureException if it cannot be made, or not be used as it is
     */
    @EventListener(StoreReadyEvent.class)
    void open() {
        if (file == null) {
            return;
        }
        try {
            var made = !file.exists() && file.locked(this::make);
            var fault = load(file).fault;
            if (fault != null) {
                throw new StartFailureException(fault.what, fault.remedy);
            }
            log.info(
                    made ? "Made the token file {}: who has a token in it may change the graph" : "Tokens in {}",
                    file.path());
        } catch (IOException e) {
            throw new StartFailureException(
                    "The token file %s cannot be made or read (%s).".formatted(file.path(), e),
                    "Give this user access to it, or name another with throughline.security.tokens.",
                    e);
        }
    }

    private boolean make() throws IOException {
        if (file == null || file.exists()) {
            return false;
        }
        file.replace(JSON.writeValueAsBytes(TokenFileContent.first()));
        return true;
    }

    /** Whether this server has one. */
    boolean isThere() {
        return file != null;
    }

    /** Those that can be known now: nobody when the file is gone or cannot be used, which the log then says once. */
    @SuppressWarnings("ReferenceEquality") // an unchanged file is the same object
    TokenFileContent users() {
        if (file == null) {
            return TokenFileContent.NONE;
        }
        try {
            var before = known;
            var now = load(file);
            if (now.fault != null && now != before) {
                log.error("{} {} Until then its tokens are not taken.", now.fault.what, now.fault.remedy);
            }
            return now.users;
        } catch (NoSuchFileException e) {
            log.error("The token file {} is gone; it is made anew at the next start", file.path());
        } catch (IOException e) {
            log.error("The token file {} cannot be read ({})", file.path(), e.toString());
        }
        return TokenFileContent.NONE;
    }

    /**
     * Changes the users, while no other server does.
     *
     * @param refusals why it cannot be done with the users there are then; if there are any, nothing is done
     * @return those refusals
     */
    List<UserError> change(
            Function<TokenFileContent, List<UserError>> refusals, UnaryOperator<TokenFileContent> change) {
        if (file == null) {
            return List.of(UserError.of(
                    "NO_TOKEN_FILE", "this server has no users of its own: its people come from an identity provider"));
        }
        try {
            return file.locked(() -> {
                var now = load(file);
                if (now.fault != null) {
                    throw new IOException(now.fault.what);
                }
                var users = now.users;
                var refused = refusals.apply(users);
                if (refused.isEmpty()) {
                    file.replace(JSON.writeValueAsBytes(change.apply(users)));
                }
                return refused;
            });
        } catch (IOException e) {
            log.error("The token file {} was not changed ({})", file.path(), e.toString());
            return List.of(UserError.of(
                    "TOKEN_FILE_NOT_WRITABLE", "the token file of this server cannot be written; its log says why"));
        }
    }

    private Known load(OwnerOnlyFile file) throws IOException {
        var state = file.state();
        var last = known;
        if (last != null && last.state.equals(state)) {
            return last;
        }
        var now = state.isPrivate()
                ? read(file, state)
                : new Known(
                        state,
                        TokenFileContent.NONE,
                        new Fault(
                                "The token file %s can be read or written by others (%s)."
                                        .formatted(file.path(), state.shown()),
                                "Make it yours alone with chmod 600, or delete it and start again for new tokens."));
        known = now;
        return now;
    }

    private static Known read(OwnerOnlyFile file, OwnerOnlyFile.State state) throws IOException {
        try {
            var users = JSON.readValue(file.read(), TokenFileContent.class);
            return users.fault()
                    .map(fault -> unreadable(file, state, fault))
                    .orElseGet(() -> new Known(state, users, null));
        } catch (JacksonException e) {
            // its message would show a part of the file
            var line = e.getLocation() == null
                    ? ""
                    : ", see line " + e.getLocation().getLineNr();
            return unreadable(file, state, "it is not JSON of users with name, roles, and token or sha256" + line);
        }
    }

    private static Known unreadable(OwnerOnlyFile file, OwnerOnlyFile.State state, String why) {
        return new Known(
                state,
                TokenFileContent.NONE,
                new Fault(
                        "The token file %s cannot be used: %s.".formatted(file.path(), why),
                        "Correct it, or delete it and start again for new tokens."));
    }
}
