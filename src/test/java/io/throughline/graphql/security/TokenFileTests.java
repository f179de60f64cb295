package io.throughline.graphql.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.infra.start.StartFailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class TokenFileTests {

    private static final String LONG_TOKEN = "0123456789012345678901234567890123456789";

    @TempDir
    private Path folder;

    @Test
    void theFirstStartCreatesAnAdminInAFileOnlyTheOwnerCanRead(CapturedOutput log) throws IOException {
        var path = folder.resolve("new/tokens.json");
        var file = new TokenFile(path);
        file.open();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(file.users().list()).containsExactly(new User("admin", List.of(Role.ADMIN)));
        var token = adminToken(path);
        assertThat(token).hasSizeGreaterThan(50);
        assertThat(file.users().withToken(token)).contains(new User("admin", List.of(Role.ADMIN)));
        assertThat(log).contains(path.toString()).doesNotContain(token);
    }

    @Test
    void theNextStartKeepsTheFile() throws IOException {
        var path = folder.resolve("tokens.json");
        new TokenFile(path).open();
        var content = Files.readString(path);
        new TokenFile(path).open();
        assertThat(path).hasContent(content);
    }

    @Test
    void twoFilesHaveDifferentTokens() throws IOException {
        new TokenFile(folder.resolve("one")).open();
        new TokenFile(folder.resolve("other")).open();
        assertThat(adminToken(folder.resolve("one"))).isNotEqualTo(adminToken(folder.resolve("other")));
    }

    @Test
    void acceptsOnlyTheExactToken() throws IOException {
        var path = folder.resolve("tokens.json");
        var file = new TokenFile(path);
        file.open();
        var token = adminToken(path);
        for (var other : List.of(
                "", "x", token + "x", token.substring(1), token.toUpperCase(Locale.ROOT), AccessToken.hash(token))) {
            assertThat(file.users().withToken(other)).as(other).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
    void rejectsAFileThatOthersCanReadOrWrite(String permissions, CapturedOutput log) throws IOException {
        var path = folder.resolve("tokens.json");
        var file = new TokenFile(path);
        file.open();
        var token = adminToken(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        assertThat(file.users().withToken(token)).isEmpty();
        assertThat(file.users().withToken(token)).isEmpty();
        assertThat(log.getAll().split("can be read or written by other users", -1))
                .hasSize(2);
        assertThat(log).contains("(" + permissions + ")", "chmod 600").doesNotContain(token);
        assertThat(file.change(users -> List.of(), users -> users.without("admin")))
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("TOKEN_FILE_NOT_WRITABLE"));
        assertThatExceptionOfType(StartFailureException.class)
                .isThrownBy(new TokenFile(path)::open)
                .withMessageContainingAll(path.toString(), permissions, "chmod 600");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--------"));
        assertThat(file.users().withToken(token)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                                   | it is not valid JSON",
                "{                                                  | it is not valid JSON",
                "[]                                                 | it is not valid JSON",
                "{\"users\": [{\"name\": \"a\", \"role\": \"ADMIN\"}]} | see line 1",
                "{\"users\": [{\"roles\": [\"ADMIN\"], \"token\": \"LONG\"}]} | a user has no name or one with",
                "{\"users\": [{\"name\": \"a\\nb\", \"roles\": [], \"token\": \"LONG\"}]} | a user has no name or one with",
                "{\"users\": [{\"name\": \"a\", \"roles\": [\"OWNER\"], \"token\": \"LONG\"}]} | a has invalid roles (expected CURATOR or ADMIN)",
                "{\"users\": [{\"name\": \"a\", \"token\": \"LONG\"}]} | a has invalid roles",
                "{\"users\": [{\"name\": \"a\", \"roles\": [\"ADMIN\"]}]} | a must have either token or sha256",
                "{\"users\": [{\"name\": \"a\", \"roles\": [\"ADMIN\"], \"token\": \"secret\"}]} | the token of a has fewer than 32 characters",
                "{\"users\": [{\"name\": \"a\", \"roles\": [\"ADMIN\"], \"sha256\": \"LONG\"}]} | the sha256 of a is invalid (expected 64 hexadecimal digits)",
                "{\"users\": [{\"name\": \"a\", \"roles\": [], \"token\": \"LONG\"}, {\"name\": \"a\", \"roles\": [], \"token\": \"LONG\"}]} | two users have the same name"
            })
    void anInvalidFileFailsTheStartWithoutRevealingItsContent(String content, String why) throws IOException {
        var path = folder.resolve("tokens.json");
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(path, content == null ? "" : content.replace("LONG", LONG_TOKEN));
        assertThatExceptionOfType(StartFailureException.class)
                .isThrownBy(new TokenFile(path)::open)
                .satisfies(failure -> assertThat(failure.getMessage())
                        .contains(path.toString(), why)
                        .doesNotContain(LONG_TOKEN, "secret"));
    }

    @Test
    void editsTakeEffectAtOnce() throws IOException {
        var path = folder.resolve("tokens.json");
        var file = new TokenFile(path);
        file.open();
        Files.writeString(
                path,
                "{\"users\": [{\"name\": \"Maria\", \"roles\": [\"CURATOR\"], \"sha256\": \"%s\"}]}"
                        .formatted(AccessToken.hash(LONG_TOKEN).toUpperCase(Locale.ROOT)));
        assertThat(file.users().withToken(LONG_TOKEN)).contains(new User("Maria", List.of(Role.CURATOR)));
        Files.delete(path);
        assertThat(file.users().withToken(LONG_TOKEN)).isEmpty();
    }

    @Test
    void twoServersCanAddUsersConcurrently() throws IOException {
        var path = folder.resolve("tokens.json");
        var servers = List.of(new TokenFile(path), new TokenFile(path));
        var threads = Executors.newFixedThreadPool(4);
        try {
            CompletableFuture.allOf(IntStream.range(0, 4)
                            .mapToObj(caller -> CompletableFuture.runAsync(
                                    () -> {
                                        var server = servers.get(caller % 2);
                                        server.open();
                                        for (var number = 0; number < 10; number++) {
                                            var user = new User(caller + "-" + number, List.of(Role.CURATOR));
                                            assertThat(server.change(
                                                            users -> List.of(),
                                                            users -> users.with(user, LONG_TOKEN + user.name())))
                                                    .isEmpty();
                                        }
                                    },
                                    threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdown();
        }
        for (var server : servers) {
            assertThat(server.users().list()).hasSize(41);
            assertThat(server.users().withToken(LONG_TOKEN + "3-9")).isPresent();
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("tokens.json", "tokens.json.lock");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(path).content().doesNotContain(LONG_TOKEN);
    }

    @Test
    void keepsASymbolicLink() throws IOException {
        var path = folder.resolve("tokens.json");
        new TokenFile(path).open();
        var link = Files.createSymbolicLink(folder.resolve("link.json"), path);
        assertThat(new TokenFile(link)
                        .change(
                                users -> List.of(),
                                users -> users.with(new User("b", List.of(Role.CURATOR)), LONG_TOKEN)))
                .isEmpty();
        assertThat(link).isSymbolicLink();
        assertThat(new TokenFile(path).users().list()).hasSize(2);
    }

    @Test
    void reportsAFolderThatIsNotWritable() throws IOException {
        var notAFolder = Files.createFile(folder.resolve("file"));
        assertThatExceptionOfType(StartFailureException.class)
                .isThrownBy(new TokenFile(notAFolder.resolve("tokens.json"))::open)
                .withMessageContainingAll("cannot be created or read", "throughline.security.tokens");
    }

    @Test
    void theDefaultFileIsNextToTheEmbeddedDatabase() {
        var store = folder.resolve("store");
        var unset = new SecurityProperties(null, "roles");
        new TokenFile(unset, "embedded", store).open();
        assertThat(store.resolve("tokens.json")).exists();
        var server = new TokenFile(unset, "neo4j://localhost", folder.resolve("other"));
        server.open();
        assertThat(folder.resolve("other")).doesNotExist();
        assertThat(server.users().list()).isEmpty();
        assertThat(server.change(users -> List.of(), users -> users))
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("NO_TOKEN_FILE"));
        var named = new SecurityProperties(folder.resolve("named.json"), "roles");
        new TokenFile(named, "neo4j://localhost", store).open();
        assertThat(folder.resolve("named.json")).exists();
    }

    private static String adminToken(Path path) {
        return new JsonMapper().readTree(path.toFile()).at("/users/0/token").asString();
    }
}
