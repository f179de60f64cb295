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
 * The local users. Their file is created at the first start and read again whenever it changes, so it can be edited by hand
 * and shared by several servers.
 */
@Component
class TokenFile {

    private static final Logger log = LoggerFactory.getLogger(TokenFile.class);

    /** Rejects unknown properties, as they would be lost when the file is rewritten. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(properties -> properties.withValueInclusion(Include.NON_NULL))
            .build();

    /** Why the file cannot be used, and what to do: two sentences. */
    private record Fault(String what, String remedy) {}

    /**
     * The content of the file when it was last read.
     *
     * @param state the version of the file that was read
     * @param users empty if there is a fault
     */
    private record Content(
            OwnerOnlyFile.State state,
            TokenFileContent users,
            @Nullable Fault fault) {}

    private final @Nullable OwnerOnlyFile file;
    private volatile @Nullable Content content;

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
     * Creates the file if it does not exist.
     *
     * @throws StartFailureException if it cannot be created or used
     */
    @EventListener(StoreReadyEvent.class)
    void open() {
        if (file == null) {
            return;
        }
        try {
            var created = !file.exists() && file.locked(this::create);
            var fault = load(file).fault;
            if (fault != null) {
                throw new StartFailureException(fault.what, fault.remedy);
            }
            log.info(
                    created
                            ? "Created the token file {}; anyone with a token from it can change the graph"
                            : "Using the token file {}",
                    file.path());
        } catch (IOException e) {
            throw new StartFailureException(
                    "The token file %s cannot be created or read (%s).".formatted(file.path(), e),
                    "Give this user access to it, or set throughline.security.tokens to another file.",
                    e);
        }
    }

    private boolean create() throws IOException {
        if (file == null || file.exists()) {
            return false;
        }
        file.replace(JSON.writeValueAsBytes(TokenFileContent.initial()));
        return true;
    }

    /** The current users; empty if the file is missing or cannot be used, which is then logged once. */
    @SuppressWarnings("ReferenceEquality") // an unchanged file is the same object
    TokenFileContent users() {
        if (file == null) {
            return TokenFileContent.NONE;
        }
        try {
            var before = content;
            var now = load(file);
            if (now.fault != null && now != before) {
                log.error("{} {} Until then its tokens are rejected.", now.fault.what, now.fault.remedy);
            }
            return now.users;
        } catch (NoSuchFileException e) {
            log.error("The token file {} is missing; the next start creates a new one", file.path());
        } catch (IOException e) {
            log.error("The token file {} cannot be read ({})", file.path(), e.toString());
        }
        return TokenFileContent.NONE;
    }

    /**
     * Changes the users while holding the lock on the file.
     *
     * @param check checks the current users; if it returns errors, nothing is changed
     * @return those errors
     */
    List<UserError> change(Function<TokenFileContent, List<UserError>> check, UnaryOperator<TokenFileContent> change) {
        if (file == null) {
            return List.of(UserError.of(
                    "NO_TOKEN_FILE", "this server has no token file; manage its users at the identity provider"));
        }
        try {
            return file.locked(() -> {
                var now = load(file);
                if (now.fault != null) {
                    throw new IOException(now.fault.what);
                }
                var users = now.users;
                var errors = check.apply(users);
                if (errors.isEmpty()) {
                    file.replace(JSON.writeValueAsBytes(change.apply(users)));
                }
                return errors;
            });
        } catch (IOException e) {
            log.error("The token file {} was not changed ({})", file.path(), e.toString());
            return List.of(UserError.of(
                    "TOKEN_FILE_NOT_WRITABLE", "the token file cannot be written; the server log has the reason"));
        }
    }

    private Content load(OwnerOnlyFile file) throws IOException {
        var state = file.state();
        var last = content;
        if (last != null && last.state.equals(state)) {
            return last;
        }
        var now = state.isPrivate()
                ? read(file, state)
                : new Content(
                        state,
                        TokenFileContent.NONE,
                        new Fault(
                                "The token file %s can be read or written by other users (%s)."
                                        .formatted(file.path(), state.permissionText()),
                                "Run chmod 600 on it, or delete it and restart for new tokens."));
        content = now;
        return now;
    }

    private static Content read(OwnerOnlyFile file, OwnerOnlyFile.State state) throws IOException {
        try {
            var users = JSON.readValue(file.read(), TokenFileContent.class);
            return users.fault()
                    .map(fault -> unreadable(file, state, fault))
                    .orElseGet(() -> new Content(state, users, null));
        } catch (JacksonException e) {
            // the parser's message would reveal part of the file
            var line = e.getLocation() == null
                    ? ""
                    : ", see line " + e.getLocation().getLineNr();
            return unreadable(
                    file,
                    state,
                    "it is not valid JSON with a list of users, each with name, roles, and token or sha256" + line);
        }
    }

    private static Content unreadable(OwnerOnlyFile file, OwnerOnlyFile.State state, String why) {
        return new Content(
                state,
                TokenFileContent.NONE,
                new Fault(
                        "The token file %s cannot be used: %s.".formatted(file.path(), why),
                        "Correct it, or delete it and restart for new tokens."));
    }
}
